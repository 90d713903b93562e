import type { JsonSchema, OperationSource } from '../../../src/contract';
import { updateHint } from '../../../src/importers';

const STRING = { type: 'string' } as const;

const models: Record<string, JsonSchema> = {
  Pet: {
    type: 'object',
    properties: { id: STRING, name: STRING, etag: STRING, updatedAt: STRING, updates: STRING },
  },
  NewName: { type: 'object', properties: { name: STRING } },
  Search: { type: 'object', properties: { text: STRING } },
};

const operation = (over: Partial<OperationSource> = {}): OperationSource => ({
  method: 'PUT',
  path: '/pets/{petId}',
  parameters: { petId: { in: 'path', schema: STRING, value: { $from: 'before', pointer: '/id' } } },
  request: { schema: { $ref: '#/$defs/NewName' } },
  responses: { '200': { schema: { $ref: '#/$defs/Pet' } } },
  ...over,
});

describe('what an operation may mean as an update', () => {
  it('is told by the path, and by names of versions and times', () => {
    expect(updateHint(operation(), models)).toBe(
      "update: { identity: ['/id'], version: '/etag', managed: ['/etag', '/updatedAt'] }",
    );
  });

  it('is plain where nothing more is known', () => {
    const responses = { '200': { schema: { $ref: '#/$defs/NewName' } } };
    expect(updateHint(operation({ method: 'PATCH', parameters: {}, responses }), models)).toBe('update: {}');
  });

  it.each([
    ['what creates', { method: 'POST' }],
    ['what is sent nothing of the answer', { request: { schema: { $ref: '#/$defs/Search' } } }],
    ['what answers with a list', { responses: { '200': { schema: { type: 'array' } } } }],
    ['what answers with nothing', { responses: { '204': {} } }],
  ] as const)('is nothing of %s', (_what, over) => {
    expect(updateHint(operation(over), models)).toBeUndefined();
  });
});
