import { startLiveService } from '../../../src/app/live-service';
import { generateCases } from '../../../src/cases';
import { isJsonObject, type JsonValue } from '../../../src/contract';
import type { RunningService } from '../../../src/service';
import { validatorFor } from '../../../src/validator';
import { leastUser, userContract } from '../validator/subject';
import { bearer, call, type Received, type Sent, state } from './subject';

// Whole contracts are compiled here, on machines that may be busy.
const contract = userContract();
const validator = validatorFor(contract);
let service: RunningService;
beforeAll(async () => {
  service = await startLiveService(contract);
});
afterAll(() => service.close());
beforeEach(async () => {
  await state(service, 'a user exists', { user: leastUser });
});

const put = (parts: Partial<Sent>): Promise<Received> =>
  call(service, { path: '/v3/users/me', ...parts, headers: { ...bearer(service), ...parts.headers } });

/** The answer has this status and is as the contract has it. */
function expectRefusal(answer: Received, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/json');
  expect(validator.answer('updateMyUser', { ...answer, body: answer.bytes })).toEqual([]);
}

const fieldsOf = ({ json }: Received): string[] => {
  const fields = isJsonObject(json) ? json['fields'] : undefined;
  return (Array.isArray(fields) ? fields : []).map((field: { name: string }) => field.name);
};

describe('a call without a valid token is refused with 401', () => {
  it.each([
    ['no header', {}],
    ['another token', { authorization: 'Bearer other' }],
    ['no token', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: 'Basic bG9jYWwtdG9rZW4=' }],
    ['a token alone', { authorization: 'local-token' }],
    ['a longer token', { authorization: 'Bearer local-token2' }],
  ])('%s', async (_name, headers) => {
    expectRefusal(
      await call(service, { path: '/v3/users/me', headers: headers as Record<string, string>, body: {} }),
      401,
    );
  });

  it('even where the body is not valid, too long, or of another type', async () => {
    expectRefusal(await call(service, { path: '/v3/users/me', body: { status: 'x' } }), 401);
    expectRefusal(await call(service, { path: '/v3/users/me', body: Buffer.alloc(2_000_000, 'a') }), 401);
    expectRefusal(
      await call(service, { path: '/v3/users/me', headers: { 'content-type': 'text/html' }, body: {} }),
      401,
    );
  });

  it('and the scheme may be written in any case', async () => {
    expect((await put({ headers: { authorization: `bearer ${service.token}` }, body: {} })).status).toBe(200);
  });
});

describe('a body that cannot be read is refused with 400, never with HTML or a 500', () => {
  it.each([
    ['broken', '{"status":'],
    ['empty', ''],
    ['blank', ' '],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['with a byte order mark', '\uFEFF{}'],
    ['too long', Buffer.alloc(1_048_577, ' ')],
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['deep where anything is allowed', `{"unknown":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
    ['of another root', '[]'],
    ['null', 'null'],
  ])('%s', async (name, text) => {
    const answer = await put({ body: Buffer.from(text) });
    if (name === 'deep where anything is allowed') expect([200, 400]).toContain(answer.status);
    else expectRefusal(answer, 400);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense', 'application/'])(
    'of the type %s',
    async (type) => {
      expectRefusal(await put({ headers: { 'content-type': type }, body: {} }), 400);
    },
  );

  it('but any manner of JSON is welcome', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/merge-patch+json'])
      expect((await put({ headers: { 'content-type': type }, body: {} })).status).toBe(200);
  });
});

describe('a request against the contract', () => {
  it.each<[string, JsonValue, string]>([
    ['an unknown value of an enum', { status: 'x' }, 'status'],
    ['a text that is too long', { fullName: 'x'.repeat(101) }, 'fullName'],
    ['a text that is too short', { username: 'abc' }, 'username'],
    ['a text against the pattern', { email: 'nobody' }, 'email'],
    ['null', { address: null }, 'address'],
    ['another type', { isGtcAccepted: 'true' }, 'isGtcAccepted'],
    ['another type within', { userProperties: { a: { b: 1 } } }, 'userProperties.a.b'],
  ])('is refused with 400 that names the field: %s', async (_name, body, field) => {
    const answer = await put({ body });
    expectRefusal(answer, 400);
    expect(fieldsOf(answer)).toEqual([field]);
    expect((answer.json as { message: string }).message).toContain(field.split('.')[0]);
  });

  it('names every field that is wrong, and changes nothing', async () => {
    const answer = await put({ body: { status: 'x', fullName: 7, address: 'kept out' } });
    expect(fieldsOf(answer).sort()).toEqual(['fullName', 'status']);
    expect((await put({ body: {} })).json).toEqual(leastUser);
  });

  it('is refused for each reject class of the request', async () => {
    const request = contract.operations[0]?.request?.schema;
    const asResponse = {
      ...contract,
      operations: contract.operations.map((operation) => ({
        ...operation,
        responses: [
          {
            status: '200',
            headers: [],
            states: [],
            mediaType: 'application/json',
            schema: request ?? { kind: 'any' as const },
          },
        ],
      })),
      rules: [],
      fixed: [],
    };
    const accepted: string[] = [];
    let count = 0;
    for (const made of generateCases(asResponse, { mode: 'edge', verdict: 'reject', seed: 1 })) {
      count += 1;
      const answer = await put({ body: Buffer.from(made.body ?? '') });
      if (answer.status !== 400) accepted.push(made.id);
    }
    expect(accepted).toEqual([]);
    expect(count).toBeGreaterThan(100);
    expect((await put({ body: {} })).json).toEqual(leastUser);
  });
});

describe('a path that leads nowhere is answered with 404 as JSON', () => {
  it.each([
    ['an unknown user', `/v3/accounts/${leastUser.accountId}/users/01619571e2e90242ac120006000000ff`],
    ['an unknown account', `/v3/accounts/01619571e2e90242ac120006000000ff/users/${leastUser.id}`],
    ['an id that is none', `/v3/accounts/${leastUser.accountId}/users/..%2f..`],
    ['a very long id', `/v3/accounts/${leastUser.accountId}/users/${'a'.repeat(3000)}`],
    ['no such path', '/v4/users'],
    ['the root', '/'],
  ])('%s', async (_name, path) => {
    expectRefusal(await put({ path, body: {} }), 404);
  });

  it.each(['GET', 'POST', 'DELETE', 'PATCH'])('by %s, which the path does not have', async (method) => {
    expectRefusal(await put({ method }), 404);
  });

  it('and a path that cannot be decoded, or that is too long for any, with 400', async () => {
    expectRefusal(await put({ path: '/v3/%zz', body: {} }), 400);
    expectRefusal(await put({ path: `/v3/accounts/1/users/${'a'.repeat(5000)}`, body: {} }), 400);
  });
});

it('an operation that declares 404 alone does not say it of what is invalid', async () => {
  const declared = userContract();
  const operations = declared.operations.map((operation) => ({
    ...operation,
    responses: operation.responses.filter(({ status }) => status === '200' || status === '404'),
  }));
  const lean = await startLiveService({ ...declared, operations });
  try {
    await state(lean, 'a user exists', { user: leastUser });
    const headers = bearer(lean);
    expect((await call(lean, { path: '/v3/users/me', headers, body: { email: 5 } })).status).toBe(400);
  } finally {
    await lean.close();
  }
});
