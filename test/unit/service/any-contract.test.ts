import { connect } from 'node:net';
import {
  type Contract,
  type ContractSource,
  defineContract,
  type JsonObject,
  type Security,
} from '../../../src/contract';
import type { RunningService } from '../../../src/service';
import { validatorFor } from '../../../src/validator';
import { call, during, type Received, type Sent, state } from './subject';

const problem = { schema: { $ref: '#/$defs/Problem' }, mediaType: 'application/problem+json' } as const;

/** Pets: created, read, listed, changed, removed; errors as RFC 9457 has them. */
const source = (security: Security): ContractSource => ({
  version: 1,
  name: 'pets',
  consumer: 'shop',
  provider: 'zoo',
  models: {
    Pet: {
      type: 'object',
      properties: {
        id: { type: 'integer', format: 'int64' },
        name: { type: 'string', minLength: 1 },
        kind: { anyOf: [{ type: 'string', enum: ['cat', 'dog'] }, { type: 'null' }] },
        revision: { type: 'integer' },
      },
      required: ['id', 'name', 'revision'],
      additionalProperties: false,
    },
    NewPet: {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1 },
        kind: { anyOf: [{ type: 'string', enum: ['cat', 'dog'] }, { type: 'null' }] },
      },
      required: ['name'],
    },
    Problem: {
      type: 'object',
      properties: {
        title: { type: 'string' },
        detail: { type: 'string' },
        errors: {
          type: 'array',
          items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
        },
      },
      required: ['title'],
    },
  },
  operations: {
    createPet: {
      method: 'POST',
      path: '/pets',
      security,
      request: { schema: { $ref: '#/$defs/NewPet' } },
      responses: {
        '201': {
          schema: { $ref: '#/$defs/Pet' },
          headers: { Location: { required: true, schema: { type: 'string', examples: ['/pets/1'] } } },
        },
        '4XX': problem,
      },
    },
    listPets: {
      method: 'GET',
      path: '/pets',
      security,
      parameters: { limit: { in: 'query', required: false, schema: { type: 'integer', minimum: 1 } } },
      responses: { '200': { schema: { type: 'array', items: { $ref: '#/$defs/Pet' } } }, default: problem },
    },
    readPet: {
      method: 'GET',
      path: '/pets/{pet-id}:full',
      security,
      parameters: { 'pet-id': { in: 'path', schema: { type: 'integer' }, value: { $from: 'before', pointer: '/id' } } },
      responses: {
        '200': {
          schema: { $ref: '#/$defs/Pet' },
          states: [{ name: 'a pet exists', params: { pet: { $from: 'before' } } }],
        },
        '404': { ...problem, states: [{ name: 'no pet', params: { id: { $from: 'before', pointer: '/id' } } }] },
      },
    },
    changePet: {
      method: 'PATCH',
      path: '/pets/{pet-id}',
      security,
      parameters: { 'pet-id': { in: 'path', schema: { type: 'integer' }, value: { $from: 'before', pointer: '/id' } } },
      request: {
        mediaType: 'application/merge-patch+json',
        schema: {
          type: 'object',
          properties: { name: { type: ['string', 'null'] }, kind: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
        },
      },
      responses: {
        '200': { schema: { $ref: '#/$defs/Pet' } },
        '415': { description: 'Another type.' },
        '400': problem,
      },
      update: { identity: ['/id'], version: '/revision', managed: ['/revision'] },
    },
    removePet: {
      method: 'DELETE',
      path: '/pets/{pet-id}',
      security,
      parameters: { 'pet-id': { in: 'path', schema: { type: 'integer' } } },
      responses: { '204': { description: 'It is gone.' }, '401': { description: 'Who is it?' } },
    },
  },
});

const contractWith = (security: Security): Contract => defineContract(source(security));
const open = contractWith({ scheme: 'none' });
const validator = validatorFor(open);

/** Sends a call, and holds the answer to the contract. */
async function told(service: RunningService, operation: string, sent: Sent): Promise<Received> {
  const answer = await call(service, sent);
  expect(validator.answer(operation, { ...answer, body: answer.bytes })).toEqual([]);
  return answer;
}

describe('a service of any contract', () => {
  it('creates, reads, lists and removes, each answer as the contract has it', async () => {
    await during(open, {}, async (service) => {
      const made = await told(service, 'createPet', {
        method: 'POST',
        path: '/pets',
        body: { name: 'Tom', kind: 'cat' },
      });
      expect(made.status).toBe(201);
      expect(made.headers['location']).toBe('/pets/1');
      expect(made.json).toMatchObject({ name: 'Tom', kind: 'cat' });
      const id = String((made.json as JsonObject)['id']);
      const read = await told(service, 'readPet', { method: 'GET', path: `/pets/${id}:full` });
      expect(read.json).toEqual(made.json);
      expect((await told(service, 'readPet', { method: 'GET', path: '/pets/77:full' })).status).toBe(404);
      expect((await told(service, 'listPets', { method: 'GET', path: '/pets?limit=3' })).status).toBe(200);
      const gone = await told(service, 'removePet', { method: 'DELETE', path: `/pets/${id}` });
      expect([gone.status, gone.bytes.length]).toEqual([204, 0]);
    });
  });

  it('changes, and counts the version; null clears what may be absent or null, and only that', async () => {
    await during(open, {}, async (service) => {
      await state(service, 'a pet exists', { pet: { id: 9007199254740993n, name: 'Rex', kind: 'dog', revision: 4 } });
      const patch = (body: JsonObject): Promise<Received> =>
        told(service, 'changePet', {
          method: 'PATCH',
          path: '/pets/9007199254740993',
          headers: { 'content-type': 'application/merge-patch+json' },
          body,
        });
      expect((await patch({ name: 'Max' })).bytes.toString()).toBe(
        '{"id":9007199254740993,"name":"Max","kind":"dog","revision":5}',
      );
      expect((await patch({ kind: null })).json).toMatchObject({ kind: null, revision: 6 });
      expect((await patch({ name: null })).json).toMatchObject({ name: 'Max', revision: 6 });
      expect((await patch({ kind: 'lion' })).json).toMatchObject({ kind: null, revision: 6 });
    });
  });

  it('refuses with what the contract has: the status, its range, any error, or the default', async () => {
    await during(open, {}, async (service) => {
      const invalid = await told(service, 'createPet', { method: 'POST', path: '/pets', body: { name: '' } });
      expect(invalid.status).toBe(400);
      expect(invalid.headers['content-type']).toBe('application/problem+json');
      expect(invalid.json).toMatchObject({ detail: expect.stringContaining('name'), errors: [{ pointer: 'name' }] });
      expect((await told(service, 'listPets', { method: 'GET', path: '/pets?limit=0' })).status).toBe(400);
      const text = { method: 'PATCH', path: '/pets/1', headers: { 'content-type': 'text/plain' }, body: {} };
      const made = await call(service, { method: 'POST', path: '/pets', body: { name: 'Tom' } });
      const id = String((made.json as JsonObject)['id']);
      expect((await told(service, 'changePet', { ...text, path: `/pets/${id}` })).status).toBe(415);
    });
  });

  it('reads its states from the contract', async () => {
    await during(open, {}, async (service) => {
      expect(service.states).toEqual(['a pet exists', 'no pet']);
      await state(service, 'no pet', { id: 5 });
      expect((await told(service, 'readPet', { method: 'GET', path: '/pets/5:full' })).status).toBe(404);
      expect(
        (await state(service, 'a pet exists', { pet: { id: 5, name: 'x', revision: 1, more: true } })).status,
      ).toBe(409);
    });
  });

  it.each<[string, Security, string, Record<string, string>]>([
    ['basic', { scheme: 'basic' }, '/pets', { authorization: `Basic ${btoa('user:secret')}` }],
    ['a key in a header', { scheme: 'apiKey', in: 'header', name: 'X-Key' }, '/pets', { 'x-key': 'secret' }],
    ['a key in the query', { scheme: 'apiKey', in: 'query', name: 'key' }, '/pets?key=secret', {}],
    [
      'a key in a header and one in the query at once',
      {
        scheme: 'all',
        of: [
          { scheme: 'apiKey', in: 'header', name: 'X-Key' },
          { scheme: 'apiKey', in: 'query', name: 'app' },
        ],
      },
      '/pets?app=secret',
      { 'x-key': 'secret' },
    ],
    ['a key in a cookie', { scheme: 'apiKey', in: 'cookie', name: 'key' }, '/pets', { cookie: 'a=b; key=secret' }],
  ])('lets in by %s, and only so', async (_name, security, path, headers) => {
    await during(contractWith(security), { token: 'secret' }, async (service) => {
      expect((await call(service, { method: 'GET', path, headers })).status).toBe(200);
      expect((await call(service, { method: 'GET', path: '/pets' })).status).toBe(401);
      if (security.scheme === 'all') {
        expect((await call(service, { method: 'GET', path })).status).toBe(401);
        expect((await call(service, { method: 'GET', path: '/pets', headers })).status).toBe(401);
      }
      expect((await call(service, { method: 'GET', path: '/pets?key=x', headers: { cookie: 'key=x' } })).status).toBe(
        401,
      );
    });
  });

  it('says which operations cannot be served', async () => {
    const twice = { ...open, operations: open.operations.flatMap((operation) => [operation, operation]) };
    await expect(during(twice, {}, async () => undefined)).rejects.toThrow(/POST \/pets cannot be served/);
  });

  it('ends with a call that is not yet all there', async () => {
    const { closed } = await during(open, {}, async (service) => {
      const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
      const closed = new Promise<void>((settle) => socket.on('close', () => settle()).on('error', () => undefined));
      await new Promise<void>((settle) => socket.write('POST /pets HTTP/1.1\r\nhost: x\r\n', () => settle()));
      await call(service, { method: 'GET', path: '/pets' });
      return { closed };
    });
    await closed;
  });

  it('says that the port is taken', async () => {
    await during(open, {}, async (service) => {
      const port = Number(new URL(service.url).port);
      await expect(during(open, { port }, async () => undefined)).rejects.toMatchObject({ kind: 'environment' });
    });
  });
});
