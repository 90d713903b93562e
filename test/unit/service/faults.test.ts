import { bodyBytes, type Case, isJsonObject, type JsonObject, parseJson } from '../../../src/contract';
import { validatorFor } from '../../../src/validator';
import { leastUser, userContract } from '../validator/subject';
import { bearer, call, casesOf, during, type Received, state } from './subject';

// Whole contracts are compiled here, on machines that may be busy.
const contract = userContract();
const validator = validatorFor(contract);
const cases = casesOf(contract);
const named = (id: string): Case => {
  const found = cases.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`there is no case ${id}`);
  return found;
};

const answerWith = (fault: Case, user: JsonObject = leastUser): Promise<Received> =>
  during(contract, { fault }, async (service) => {
    await state(service, 'a user exists', { user });
    return call(service, { path: '/v3/users/me', headers: bearer(service), body: { fullName: 'Ada' } });
  });

const FAULTS = [
  '/status unknown',
  '/status wrong case',
  '/status null instead',
  '/status missing',
  '/id missing',
  '/id against the pattern',
  '/etag missing',
  '/etag a number instead',
  '/email against the pattern',
  '/email one over the maximum',
  '/email missing',
  '/accountId in an array',
  '/object missing',
  '/object unknown',
  '/username one over the maximum',
  '/activeSessions null instead',
  '/activeSessions an object instead',
  '/activeSessions/[]/loginTime space for T',
  '/activeSessions/[]/userAgent missing',
  '/loginHistory one over the maximum',
  '/loginHistory/[]/success text instead',
  '/loginHistory/[]/date 30 February',
  '/creationTime text of a number instead',
  '/updatedAt offset without colon',
  '/updatedAt no zone',
  '/createdAt leap second that is none',
  '/createdAt epoch milliseconds as text',
  '/isGtcAccepted text of a boolean instead',
  '/isTotpEnabled a number instead',
  '/groups text instead',
  '/groups/[] null instead',
  '/groups/[] a number instead',
  '/userProperties an array instead',
  '/userProperties/{} text instead',
  '/userProperties/{}/{} an object instead',
  '/fullName one over the maximum',
  'body null instead',
  'body in an array',
  'body empty',
  'body truncated',
  'body trailing data',
  'body twice',
];

describe('a planted fault', () => {
  it.each(FAULTS)('%s is in the live answer, and nothing else is wrong with it', async (id) => {
    const fault = named(id);
    const answer = await answerWith(fault);
    expect(answer.status).toBe(200);
    const findings = validator.answer('updateMyUser', { ...answer, body: answer.bytes });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ pointer }) => !pointer.startsWith(fault.pointer ?? ''))).toEqual([]);
    const isLive = isJsonObject(answer.json);
    if (isLive) expect(JSON.stringify(answer.json)).toContain(id.startsWith('/fullName') ? leastUser.id : '"Ada"');
  });

  it.each(['body byte order mark', 'body invalid UTF-8', 'body name twice', 'body depth'])(
    '%s is sent byte for byte',
    async (id) => {
      expect((await answerWith(named(id))).bytes).toEqual(bodyBytes(named(id)));
    },
  );

  it('of a value that only a rule forbids, or that is allowed, is planted too', async () => {
    expect((await answerWith(named('/object group'))).json).toMatchObject({
      ...leastUser,
      object: 'group',
      etag: expect.anything(),
    });
    const edge = cases.find(({ id, verdict }) => verdict === 'accept' && id.startsWith('/creationTime 2^53 + 1'));
    const wanted = edge === undefined ? undefined : parseJson(edge.body ?? '');
    if (edge !== undefined)
      expect((await answerWith(edge)).json).toMatchObject({ creationTime: (wanted as JsonObject)['creationTime'] });
  });

  it('stands in answers only: what the service keeps is whole', async () => {
    await during(contract, { fault: named('/status unknown') }, async (service) => {
      await state(service, 'a user exists', { user: leastUser });
      const answers = [];
      for (const fullName of ['A', 'B'])
        answers.push(await call(service, { path: '/v3/users/me', headers: bearer(service), body: { fullName } }));
      expect(answers.map(({ json }) => (json as JsonObject)['fullName'])).toEqual(['A', 'B']);
    });
  });

  it('leaves refusals as they are', async () => {
    await during(contract, { fault: named('/status unknown') }, async (service) => {
      const answer = await call(service, { path: '/v3/users/me', headers: bearer(service), body: { status: 'x' } });
      expect(answer.status).toBe(400);
      expect(validator.answer('updateMyUser', { ...answer, body: answer.bytes })).toEqual([]);
    });
  });
});

/** Answers of a service that varies, each held to the contract. */
const variedAnswers = (vary: 'covering' | 'random', count: number): Promise<Received[]> =>
  during(contract, { vary }, async (service) => {
    const answers: Received[] = [];
    for (let sent = 0; sent < count; sent += 1) {
      const answer = await call(service, { path: '/v3/accounts/1/users/2', headers: bearer(service), body: {} });
      expect(validator.answer('updateAccountUser', { ...answer, body: answer.bytes })).toEqual([]);
      answers.push(answer);
    }
    return answers;
  });

/** What a consumer tells apart by hand: whether a member is there, which boolean it is, which status. */
const factsOf = (body: JsonObject, names: readonly string[]): string[] =>
  names.map((name) => {
    const value = Object.hasOwn(body, name) ? body[name] : 'absent';
    const isTold = value === 'absent' || typeof value === 'boolean' || name === 'status';
    return `${name} ${isTold ? String(value) : 'there'}`;
  });

const pairsOf = (facts: readonly string[]): string[] =>
  facts.flatMap((first, index) => facts.slice(index + 1).map((second) => `${first}, ${second}`));

describe('a service that varies', () => {
  it('shows every pair of what is there and what is not after some thirty answers, the same at every start', async () => {
    const answers = await variedAnswers('covering', 31);
    const names = [...new Set(answers.flatMap(({ json }) => Object.keys(json as JsonObject)))].sort();
    const rows = answers.map(({ json }) => factsOf(json as JsonObject, names));
    const seen = new Set(rows.flatMap(pairsOf));
    const levels = names.map((_name, index) => [...new Set(rows.map((row) => row[index] as string))].sort());
    const wanted = levels.flatMap((left, index) =>
      levels.slice(index + 1).flatMap((right) => left.flatMap((first) => right.map((second) => `${first}, ${second}`))),
    );
    const missing = wanted.filter((pair) => !seen.has(pair));
    // Secrets are shown only where two-factor authentication is on.
    expect(missing).toEqual([
      'isTotpEnabled absent, totpScratchCodes there',
      'isTotpEnabled false, totpScratchCodes there',
      'isTotpEnabled absent, totpSecret there',
      'isTotpEnabled false, totpSecret there',
    ]);
    expect(names).toHaveLength(26);
    const again = await variedAnswers('covering', 3);
    expect(again.map(({ bytes }) => bytes)).toEqual(answers.slice(0, 3).map(({ bytes }) => bytes));
  });

  it('does not come to an end of random answers', async () => {
    const answers = await variedAnswers('random', 120);
    expect(new Set(answers.map(({ bytes }) => bytes.toString())).size).toBeGreaterThan(115);
  });

  it('still refuses', async () => {
    await during(contract, { vary: 'random' }, async (service) => {
      expect((await call(service, { path: '/v3/users/me', body: {} })).status).toBe(401);
      expect(
        (await call(service, { path: '/v3/users/me', headers: bearer(service), body: { status: 'x' } })).status,
      ).toBe(400);
      await state(service, 'the caller may not update users');
      expect((await call(service, { path: '/v3/users/me', headers: bearer(service), body: {} })).status).toBe(403);
    });
  });
});
