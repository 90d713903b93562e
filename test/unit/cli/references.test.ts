import { referencesFor } from '../../../src/app/verify/references';
import type { PactInteraction } from '../../../src/provider';
import { makeFolder } from '../../support/folder';

const contractWith = (name: string, path: string, more = ''): string => `export default {
  version: 1, name: '${name}', consumer: 'web', provider: 'shop', models: {},
  operations: { call: { method: 'GET', path: '${path}', ${more} responses: { '200': { schema: { type: 'string' } } } } },
};`;

const calling = (path: string, consumer = 'web'): PactInteraction =>
  ({ consumer, provider: 'shop', method: 'GET', path, status: 200 }) as PactInteraction;

const folder = makeFolder({
  'contracts/by-id/contract.ts': contractWith('by-id', '/pets/{id}'),
  'contracts/mine/contract.ts': contractWith('mine', '/pets/mine'),
  'contracts/broken/contract.ts': 'export default {',
  'page.ts': contractWith('page', '/Pet', 'isStandIn: true,'),
});
afterAll(() => folder.remove());

const otherOf = async (named: string, interaction: PactInteraction): Promise<string | undefined> => {
  const { otherOf: found } = await referencesFor([named], { cwd: folder.path, wireNames: undefined });
  return found(interaction)?.name;
};

describe('the other contract that an interaction belongs to', () => {
  it('is the one that names its path most exactly', async () => {
    expect(await otherOf('by-id', calling('/pets/mine'))).toBe('mine');
    expect(await otherOf('mine', calling('/pets/7'))).toBe('by-id');
    expect(await otherOf('by-id', calling('/pets/7'))).toBeUndefined();
    expect(await otherOf('mine', calling('/pets/mine'))).toBeUndefined();
  });

  it('is none where no contract has the call, or none of the same consumer', async () => {
    expect(await otherOf('mine', calling('/owners'))).toBeUndefined();
    expect(await otherOf('mine', calling('/pets/7', 'app'))).toBeUndefined();
  });

  it('is none where a page is named, which holds whatever is answered with its model', async () => {
    expect(await otherOf('page.ts', calling('/pets/7'))).toBeUndefined();
  });
});
