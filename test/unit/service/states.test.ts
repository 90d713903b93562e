import type { JsonObject, JsonValue } from '../../../src/contract';
import type { RunningService } from '../../../src/service';
import { leastUser, userContract } from '../validator/subject';
import { bearer, call, during, type Received, state } from './subject';

const contract = userContract();
const put = (service: RunningService, body: JsonValue = {}, path = '/v3/users/me'): Promise<Received> =>
  call(service, { path, headers: bearer(service), body });
const ofUser = ({ id, accountId }: { id: string; accountId: string }): string =>
  `/v3/accounts/${accountId}/users/${id}`;

describe('the state', () => {
  it('a user exists: the service holds just this user, and what is not there is absent', async () => {
    await during(contract, {}, async (service) => {
      expect((await state(service, 'a user exists', { user: leastUser })).json).toEqual({ token: service.token });
      expect((await put(service)).json).toEqual(leastUser);
      expect((await put(service, {}, ofUser(leastUser))).json).toEqual(leastUser);
      const other = { ...leastUser, id: '01619571e2e90242ac120006000000ff' };
      expect((await put(service, {}, ofUser(other))).status).toBe(404);
    });
  });

  it('a user exists: keeps an int64 and a name such as __proto__ as they are', async () => {
    const user = JSON.parse(`{"userProperties":{"__proto__":{"constructor":"x"}}}`) as JsonObject;
    await during(contract, {}, async (service) => {
      await state(service, 'a user exists', { user: { ...leastUser, ...user, creationTime: 9223372036854775807n } });
      const answer = await put(service);
      expect(answer.bytes.toString()).toContain('"creationTime":9223372036854775807');
      expect(answer.bytes.toString()).toContain('{"__proto__":{"constructor":"x"}}');
    });
  });

  it('a user exists: is declined with the reason where the user is none that can be answered with', async () => {
    await during(contract, {}, async (service) => {
      const declined = await state(service, 'a user exists', { user: { ...leastUser, status: 'UNKNOWN' } });
      expect(declined.status).toBe(409);
      expect(declined.json).toEqual({ unsupported: expect.stringContaining('user') });
      expect((await state(service, 'a user exists', {})).status).toBe(400);
    });
  });

  it.each([
    ['the caller has no valid token', {}, 401],
    ['the caller may not update users', {}, 403],
    ['no such user', { userId: leastUser.id }, 404],
  ])('%s: refuses, also what would be refused for its body', async (name, params, status) => {
    await during(contract, {}, async (service) => {
      await state(service, 'a user exists', { user: leastUser });
      await state(service, name, params);
      expect((await put(service)).status).toBe(status);
      expect((await put(service, { status: 'UNKNOWN' }, ofUser(leastUser))).status).toBe(status);
    });
  });

  it('no such user: says nothing of another one', async () => {
    await during(contract, {}, async (service) => {
      await state(service, 'a user exists', { user: leastUser });
      await state(service, 'no such user', { userId: '01619571e2e90242ac120006000000ff' });
      expect((await put(service, {}, ofUser(leastUser))).status).toBe(200);
    });
  });

  it('another user has the email: refuses just this email, and an invalid request first', async () => {
    await during(contract, {}, async (service) => {
      await state(service, 'a user exists', { user: leastUser });
      await state(service, 'another user has the email', { email: 'taken@example.org' });
      expect((await put(service, { email: 'taken@example.org' })).status).toBe(409);
      expect((await put(service, { email: 'taken@example.org', status: 'x' })).status).toBe(400);
      expect((await put(service, { email: 'free@example.org' })).status).toBe(200);
      expect((await state(service, 'another user has the email', {})).status).toBe(400);
    });
  });

  it('is gone with the next one, even where nothing is torn down', async () => {
    await during(contract, {}, async (service) => {
      await state(service, 'the caller has no valid token');
      await state(service, 'the caller may not update users');
      expect((await put(service)).status).toBe(403);
      await state(service, 'a user exists', { user: leastUser });
      expect((await put(service)).status).toBe(200);
    });
  });

  it('is gone when it is torn down, with its user', async () => {
    await during(contract, {}, async (service) => {
      const before = (await put(service)).bytes;
      await state(service, 'a user exists', { user: leastUser });
      await state(service, 'another user has the email', { email: 'taken@example.org' });
      expect((await state(service, 'another user has the email', {}, 'teardown')).status).toBe(200);
      expect((await put(service, {})).bytes).toEqual(before);
      expect((await put(service, { email: 'taken@example.org' })).status).toBe(200);
    });
  });

  it('that is not known is declined with the names of those that are', async () => {
    await during(contract, {}, async (service) => {
      const declined = await state(service, 'a pet exists');
      expect(declined.status).toBe(409);
      expect(declined.json).toEqual({ unsupported: expect.stringContaining('a user exists') });
    });
  });

  it.each(['', '{"state":', '[]', '{"params":{}}', '{"state":"a user exists","action":"undo"}', 'null'])(
    'is refused where the call is %j',
    async (text) => {
      await during(contract, {}, async (service) => {
        const path = new URL(service.statesUrl).pathname;
        expect((await call(service, { method: 'POST', path, body: Buffer.from(text) })).status).toBe(400);
      });
    },
  );

  it('gives a token of the scheme, and none where there is to be none', async () => {
    await during(contract, { token: 'of-mine' }, async (service) => {
      expect((await state(service, 'a user exists', { user: leastUser })).json).toEqual({ token: 'of-mine' });
      expect((await state(service, 'the caller has no valid token')).json).toEqual({});
    });
  });
});
