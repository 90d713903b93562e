import contract from '../../../contracts/user-update-resp/contract';
import { models } from '../../../contracts/user-update-resp/model';
import { type ContractSource, defineContract, type JsonSchema } from '../../../src/contract';
import { driftFindings } from '../../../src/importers';

type Properties = Record<string, JsonSchema | boolean>;

/** The document with its properties changed. */
const changed = (
  change: (properties: Properties) => void,
  required: readonly string[] = models.UserUpdateResp.required,
) => {
  const properties: Properties = { ...models.UserUpdateResp.properties };
  change(properties);
  return { UserUpdateResp: { type: 'object', properties, required } } as const;
};

const source: ContractSource = contract;
const { definitions } = defineContract(source, { wireNames: 'snake_case' });
const drift = (document: Record<string, JsonSchema>): string[] =>
  driftFindings(document, definitions).map(({ rule, message }) => `${rule} ${message}`);

describe('document and contract', () => {
  it('do not drift apart by limits, models and rules that the contract adds, nor by wire names', () => {
    expect(drift({ ...models })).toEqual([]);
  });

  it.each<[string, Record<string, JsonSchema>]>([
    [
      'property-lost UserUpdateResp/nickname: the contract does not have this property',
      changed((properties) => {
        properties['nickname'] = { type: 'string' };
      }),
    ],
    [
      'property-added UserUpdateResp/address: the document does not have this property',
      changed((properties) => {
        delete properties['address'];
      }),
    ],
    [
      'optional-changed UserUpdateResp/email: the document says optional',
      changed(
        () => undefined,
        models.UserUpdateResp.required.filter((name) => name !== 'email'),
      ),
    ],
    [
      'type-changed UserUpdateResp/creationTime: the document says string, the contract integer',
      changed((properties) => {
        properties['creationTime'] = { type: 'string' };
      }),
    ],
    [
      'format-lost UserUpdateResp/email: the format is another one',
      changed((properties) => {
        properties['email'] = { type: 'string', format: 'email' };
      }),
    ],
    [
      'enum-changed UserUpdateResp/status: the contract lacks "LOCKED" and adds "INACTIVE"',
      changed((properties) => {
        properties['status'] = { enum: ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'LOCKED'] };
      }),
    ],
    [
      'type-changed UserUpdateResp/userProperties/{}/{}: the document says integer, the contract string',
      changed((properties) => {
        const inner = { type: 'object', additionalProperties: { type: 'integer' } } as const;
        properties['userProperties'] = { type: 'object', additionalProperties: inner };
      }),
    ],
    ['model-lost Group: the contract does not have this model', { ...models, Group: { type: 'object' } }],
  ])('drift apart by %s', (message, document) => {
    expect(drift(document)).toEqual([message]);
  });
});
