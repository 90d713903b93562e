import type { JsonSchema, OperationSource } from '../../../src/contract';
import { withStates } from '../../../src/importers/starter-states';

const STRING = { type: 'string' } as const;
const INTEGER = { type: 'integer' } as const;

const models: Record<string, JsonSchema> = {
  Pet: { type: 'object', properties: { id: INTEGER, petName: STRING, ownerId: STRING } },
  UserResp: { allOf: [{ $ref: '#/$defs/Base' }, { type: 'object', properties: { email: STRING } }] },
  Base: { type: 'object', properties: { id: { $ref: '#/$defs/Id' } } },
  Id: STRING,
  Choice: { oneOf: [{ $ref: '#/$defs/Pet' }] },
};

interface Parts {
  readonly method?: OperationSource['method'];
  readonly model?: string;
  readonly types?: Readonly<Record<string, JsonSchema>>;
  readonly known?: Readonly<Record<string, JsonSchema>>;
}

function stated(
  path: string,
  { method = 'GET', model = 'Pet', types = {}, known = models }: Parts = {},
): OperationSource {
  const names = [...path.matchAll(/\{(.*?)\}/g)].map(([, name]) => name as string);
  const operation: OperationSource = {
    method,
    path,
    parameters: Object.fromEntries(names.map((name) => [name, { in: 'path', schema: types[name] ?? STRING }])),
    security: { scheme: 'bearer' },
    responses: { '200': { schema: { $ref: `#/$defs/${model}` } }, '401': {}, '403': {}, '404': {}, '500': {} },
  };
  return withStates({ call: operation }, known)['call'] as OperationSource;
}

const valuesOf = ({ parameters = {} }: OperationSource) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, { value }]) => [name, (value as { pointer?: string })?.pointer]),
  );

describe('the members that a path names a resource by', () => {
  it.each([
    ['/pets/{petId}', { petId: '/id' }],
    ['/pets/{pet_id}', { pet_id: '/id' }],
    ['/pets/{id}', { id: '/id' }],
    ['/pets/{pet}', { pet: '/id' }],
    ['/pets/{pet_name}', { pet_name: '/petName' }],
    ['/pets/{petId}/feed', { petId: '/id' }],
    ['/owners/{owner-id}/pets/{id}', { 'owner-id': '/ownerId', id: '/id' }],
    // Of something around it, or of nothing that the answer has.
    ['/owners/{id}/pet', { id: undefined }],
    ['/stores/{storeId}/pets/{petId}', { storeId: undefined, petId: '/id' }],
    ['/pets/{kind}', { kind: undefined }],
  ])('%s: %j', (path, expected) => {
    expect(valuesOf(stated(path))).toEqual(expected);
  });

  it('are found behind references and in allOf', () => {
    expect(valuesOf(stated('/users/{userId}', { model: 'UserResp' }))).toEqual({ userId: '/id' });
  });

  it('are none of another type: no text where a number is asked for', () => {
    const types = { ownerId: INTEGER };
    expect(valuesOf(stated('/owners/{ownerId}/pets/{id}', { types }))).toEqual({ ownerId: undefined, id: '/id' });
    expect(valuesOf(stated('/pets/{id}', { types: { id: { type: 'boolean' } } }))).toEqual({ id: undefined });
  });
});

describe('the states of a document', () => {
  const statesOf = ({ responses }: OperationSource) =>
    Object.fromEntries(Object.entries(responses).map(([status, { states }]) => [status, states]));

  it('are one in which the resource exists, and one for each refusal that HTTP settles', () => {
    expect(statesOf(stated('/stores/{storeId}/pets/{petId}'))).toEqual({
      '200': [
        {
          name: 'a pet exists',
          params: { pet: { $from: 'before' }, storeId: { $from: 'path', pointer: '/storeId' } },
        },
      ],
      '401': [{ name: 'the caller has no valid token' }],
      '403': [{ name: 'the caller may not use the pet' }],
      '404': [
        {
          name: 'no such pet',
          params: {
            storeId: { $from: 'path', pointer: '/storeId' },
            petId: { $from: 'path', pointer: '/petId' },
          },
        },
      ],
      '500': undefined,
    });
  });

  it.each([
    ['UserUpdateResp', 'a user exists'],
    ['GetUserResponse', 'a user exists'],
    ['UnitDTO', 'a unit exists'],
    ['Update', 'an update exists'],
    ['ModelYear', 'a model year exists'],
    ['ApiUpdateLog', 'an api update log exists'],
    ['JSONFileModel', 'a json file exists'],
  ])('name the resource that a model is about: %s', (model, name) => {
    const { responses } = stated('/things/{id}', { model, known: { [model]: { type: 'object' } } });
    expect(responses['200']?.states).toMatchObject([{ name }]);
  });

  it.each([
    ['what is created', { method: 'POST' }],
    ['a choice', { model: 'Choice' }],
  ] as const)('are the answer as given, of %s', (_what, parts) => {
    expect(statesOf(stated('/pets', parts))['200']).toEqual([
      { name: 'call answers as given', params: { answer: { $from: 'response' } } },
    ]);
  });
});
