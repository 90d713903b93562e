import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineContract, type Operation } from '../../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../../src/importers';
import { requestOf } from '../../../../src/pact';
import { makeFolder } from '../../../support/folder';

type Json = Record<string, unknown>;

const folder = makeFolder({});
afterAll(() => folder.remove());

const SCHEMES = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  app: { type: 'apiKey', in: 'query', name: 'app' },
  token: { type: 'http', scheme: 'bearer' },
  login: { type: 'http', scheme: 'basic' },
  odd: { type: 'mutualTLS' },
};

function read(operation: Json, more: Json = {}): { readonly operation: Operation; readonly warnings: string[] } {
  const content = { 'application/json': { schema: { type: 'object' } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    components: { securitySchemes: SCHEMES },
    paths: {
      '/pets': {
        get: { operationId: 'getPets', responses: { '200': { description: '', content } }, ...operation },
      },
    },
    ...more,
  };
  const file = join(folder.path, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const found = readDocument(file, 'getPets');
  const contract = defineContract(sourceOfDocument(found));
  const warnings = found.reports.flatMap((report) => report.warnings.map(({ message }) => message));
  return { operation: contract.operations[0] as Operation, warnings };
}

/** What a caller of the operation sends to be let in. */
function sent(operation: Operation): Record<string, string> {
  const making = { typical: () => undefined, accepts: () => true, bodies: () => [] };
  const context = { contract: { definitions: {} } as never, operation, making };
  const { headers, query } = requestOf(context, operation.responses[0] as never, {} as never);
  return Object.fromEntries(
    [...Object.entries(headers), ...Object.entries(query)].map(([name, sent]) => [name, [sent].flat()[0]?.value ?? '']),
  );
}

describe('security schemes', () => {
  it.each<[string, Json[], Record<string, string>, number]>([
    [
      'that are demanded together are sent together',
      [{ token: [], key: [], app: [] }],
      { Authorization: 'Bearer valid-token', 'X-Key': 'valid-token', app: 'valid-token' },
      0,
    ],
    ['that are alternatives: the first', [{ key: [] }, { token: [] }], { 'X-Key': 'valid-token' }, 0],
    [
      'that are alternatives: the first of which all can be sent',
      [{ key: [], odd: [] }, { token: [] }],
      { Authorization: 'Bearer valid-token' },
      0,
    ],
    ['of which not all can be sent, with a warning', [{ key: [], odd: [] }], { 'X-Key': 'valid-token' }, 1],
    [
      'that one header would carry: the first, with a warning',
      [{ login: [], token: [] }],
      { Authorization: 'Basic valid-token' },
      1,
    ],
    ['that nobody can send, with a warning', [{ odd: [] }], {}, 1],
    ['that need not be', [{}], {}, 0],
  ])('%s', (_what, security, credentials, warned) => {
    const { operation, warnings } = read({ security });
    expect(sent(operation)).toEqual(credentials);
    expect(warnings).toHaveLength(warned);
  });
});

it('a request whose type is not that of its model is of the model, with a warning', () => {
  const requestBody = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
  const more = { components: { schemas: { Pet: { type: 'object', properties: { a: { type: 'string' } } } } } };
  const { operation, warnings } = read(
    { requestBody: requestBody({ $ref: '#/components/schemas/Pet', type: 'string' }) },
    { openapi: '3.0.3', ...more },
  );
  expect(operation.request?.schema).toEqual({ kind: 'reference', name: 'Pet' });
  expect(warnings).toContainEqual(expect.stringContaining('the request contradicts itself'));
});

describe('what an answer can do without', () => {
  const answering = (content: Json, headers: Json = {}): Json => ({
    responses: { '200': { description: '', content: { 'application/json': content }, headers } },
  });

  it('is an example that lies elsewhere: it is named, and not fetched', () => {
    const examples = { far: { externalValue: 'http://127.0.0.1:9/pets.json' }, near: { value: { a: 1 } } };
    const { operation, warnings } = read(answering({ schema: { type: 'object' }, examples }));
    expect(warnings).toEqual([
      expect.stringMatching('the example lies at http://127.0.0.1:9/pets.json: nothing is fetched'),
    ]);
    expect(operation.responses[0]?.schema?.examples).toEqual([{ a: 1 }]);
  });

  it('is an example or a header whose reference leads nowhere', () => {
    const examples = { gone: { $ref: '#/components/examples/Gone' } };
    const headers = { 'X-Gone': { $ref: '#/components/headers/Gone' }, 'X-There': { schema: { type: 'integer' } } };
    const { operation, warnings } = read(answering({ schema: { type: 'object' }, examples }, headers));
    expect(warnings).toEqual([
      'the example is left out: the reference #/components/examples/Gone leads nowhere',
      'the header is left out: the reference #/components/headers/Gone leads nowhere',
    ]);
    expect(operation.responses[0]?.headers.map(({ name }) => name)).toEqual(['X-There']);
  });
});
