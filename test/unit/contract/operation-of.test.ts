import { defineContract, operationOf } from '../../../src/contract';

const contract = defineContract({
  version: 1,
  name: 'users',
  consumer: 'a',
  provider: 'b',
  models: { User: { type: 'object' } },
  operations: Object.fromEntries(
    Object.entries({ get: '/users/{id}', me: '/users/me', list: '/users/', file: '/files/{name}.json' }).map(
      ([id, path]) => [id, { method: 'GET', path, responses: { '200': { schema: { $ref: '#/$defs/User' } } } }],
    ),
  ),
});

it.each([
  ['/users/1', 'get'],
  ['/users/1/', 'get'],
  ['/users/me', 'me'],
  ['/users/me/', 'me'],
  ['/users', 'list'],
  ['/users/', 'list'],
  ['/files/a.json', 'file'],
  ['/files/a_json', undefined],
  ['/users/1/2', undefined],
])('takes a call of %s for %s', (path, id) => expect(operationOf(contract, 'get', path)?.id).toBe(id));

it('minds the method', () => expect(operationOf(contract, 'PUT', '/users/1')).toBeUndefined());
