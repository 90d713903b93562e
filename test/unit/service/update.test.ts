import type { JsonObject, JsonValue } from '../../../src/contract';
import { leastUser, userContract } from '../validator/subject';
import { bearer, call, during, state } from './subject';

const contract = userContract();

/** The answers to updates sent one after the other to a service that holds this user. */
async function updates(user: JsonValue, ...requests: readonly JsonValue[]): Promise<JsonObject[]> {
  return during(contract, {}, async (service) => {
    await state(service, 'a user exists', { user });
    const answers: JsonObject[] = [];
    for (const body of requests)
      answers.push((await call(service, { path: '/v3/users/me', headers: bearer(service), body })).json as JsonObject);
    return answers;
  });
}

const user = {
  ...leastUser,
  createdAt: '2023-04-05T06:07:08Z',
  updatedAt: '2023-04-05t08:07:08.120+02:00',
  fullName: 'Ada',
  groups: ['a'],
};

describe('an update', () => {
  it('is read back in every later answer, and leaves the rest alone', async () => {
    const [first, second] = await updates(user, { fullName: 'Grace', address: 'x' }, { phoneNumber: '1' });
    expect(first).toMatchObject({ fullName: 'Grace', address: 'x', groups: ['a'], createdAt: user.createdAt });
    expect(second).toMatchObject({ fullName: 'Grace', address: 'x', phoneNumber: '1', groups: ['a'] });
    expect(first).not.toHaveProperty('phoneNumber');
  });

  it('gives another version each time, also when it goes back', async () => {
    const answers = await updates(user, { fullName: 'B' }, { fullName: 'Ada' }, { fullName: 'B' });
    const versions = [user.etag, ...answers.map(({ etag }) => etag)];
    expect(new Set(versions).size).toBe(4);
  });

  it('that changes nothing gives the same answer again', async () => {
    const [first, second] = await updates(user, { fullName: 'B' }, { fullName: 'B' });
    expect(second).toEqual(first);
  });

  it('moves the time of the update in its own manner, past the creation', async () => {
    const [first] = await updates(user, { fullName: 'B' });
    expect(first?.['updatedAt']).toBe('2023-04-05t08:07:09.120+02:00');
    const [late] = await updates({ ...user, createdAt: '2024-02-29T23:59:59Z' }, { fullName: 'B' });
    expect(late?.['updatedAt']).toBe('2024-03-01t02:00:00.120+02:00');
  });

  it('adds no time that was not there', async () => {
    const [answer] = await updates(leastUser, { fullName: 'B' });
    expect(answer).not.toHaveProperty('updatedAt');
  });

  it('never changes identity, version or managed members by the request', async () => {
    const [answer] = await updates(user, { id: 'x', etag: 'mine', updatedAt: '2030-01-01T00:00:00Z', fullName: 'B' });
    expect(answer).toMatchObject({ id: user.id, fullName: 'B' });
    expect(answer?.['etag']).not.toBe('mine');
    expect(answer?.['updatedAt']).not.toBe('2030-01-01T00:00:00Z');
  });

  it('keeps members to itself that the answer does not have', async () => {
    const [answer] = await updates(user, { fullName: 'B', isAdministrator: true });
    expect(answer).not.toHaveProperty('isAdministrator');
  });

  it('is the same at every start: no clock, no chance', async () => {
    const requests = [{ fullName: 'B' }, { email: 'x@y' }, { status: 'RESET' }];
    expect(await updates(user, ...requests)).toEqual(await updates(user, ...requests));
  });
});

describe('secrets', () => {
  const secret = { ...user, isTotpEnabled: false, totpSecret: 'S', totpScratchCodes: ['1'] };

  it('of two-factor authentication are shown only when it is being enabled', async () => {
    const [other, enabling, later, disabling] = await updates(
      secret,
      { fullName: 'B' },
      { isTotpEnabled: true },
      { fullName: 'C' },
      { isTotpEnabled: false },
    );
    expect(other).not.toHaveProperty('totpSecret');
    expect(enabling).toMatchObject({ totpSecret: 'S', totpScratchCodes: ['1'] });
    expect(later).not.toHaveProperty('totpSecret');
    expect(later).not.toHaveProperty('totpScratchCodes');
    expect(disabling).not.toHaveProperty('totpSecret');
  });

  it('such as a password are shown when they are written or a state has them, else never', async () => {
    const [written, later] = await updates(user, { password: 'p' }, { fullName: 'B' });
    expect(written).toHaveProperty('password', 'p');
    expect(later).not.toHaveProperty('password');
    const [held] = await updates({ ...user, password: 'q' }, { fullName: 'B' });
    expect(held).toHaveProperty('password', 'q');
  });

  it('of the user that is there from the start are not shown', async () => {
    await during(contract, {}, async (service) => {
      const answer = await call(service, { path: '/v3/users/me', headers: bearer(service), body: {} });
      expect(answer.json).not.toHaveProperty('password');
      expect(answer.json).not.toHaveProperty('totpSecret');
    });
  });
});
