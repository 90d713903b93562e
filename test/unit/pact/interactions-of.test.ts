import contractSource from '../../../contracts/user-update-resp/contract';
import { type Contract, defineContract, isJsonObject, type JsonObject, valueAt } from '../../../src/contract';
import { type Interaction, interactionsOf } from '../../../src/pact';
import { BODIES, ROWS } from './rows';

const contract: Contract = defineContract(contractSource);
const interactions = interactionsOf(contract, ROWS);
const named = (id: string): Interaction => {
  const found = interactions.find((interaction) => interaction.id === id);
  if (found === undefined)
    throw new Error(`no interaction ${id} in ${interactions.map((other) => other.id).join(', ')}`);
  return found;
};
const userBefore = (interaction: Interaction): JsonObject => {
  const user = interaction.states[0]?.params?.['user'];
  return isJsonObject(user) ? user : {};
};
const body = ({ request }: Interaction): JsonObject => (isJsonObject(request.body) ? request.body : {});

describe('interactionsOf', () => {
  it('makes one interaction for each case and each other status of each operation', () => {
    const wanted = ['updateAccountUser', 'updateMyUser'].flatMap((operation) => [
      ...Object.keys(BODIES).map((name) => `${operation} 200 ${name}`),
      `${operation} 400 invalid request`,
      `${operation} 401 invalid credentials`,
      `${operation} 403 the caller may not update users`,
      `${operation} 404 no such user`,
      `${operation} 409 another user has the email`,
    ]);
    expect(interactions.map(({ id }) => id)).toEqual(wanted);
  });

  it('leads to the answer: what the request writes upon what was before is what is expected', () => {
    const answers = interactions.filter(({ caseId }) => caseId !== undefined);
    for (const interaction of answers)
      expect({ ...userBefore(interaction), ...body(interaction) }).toEqual(BODIES[interaction.caseId ?? '']);
  });

  it('writes each member in some rows, to another value than before, and leaves it alone in others', () => {
    const rows = interactions.filter((interaction) => interaction.id.startsWith('updateAccountUser 200'));
    for (const name of ['email', 'status', 'fullName', 'userProperties', 'isGtcAccepted']) {
      const holding = rows.filter(({ response }) => valueAt(response.body ?? null, `/${name}`) !== undefined);
      const writing = holding.filter((interaction) => Object.hasOwn(body(interaction), name));
      expect([name, writing.length > 0, writing.length < holding.length]).toEqual([name, true, true]);
      for (const row of writing) expect(userBefore(row)[name]).not.toEqual(body(row)[name]);
    }
  });

  it('enables two-factor authentication just where the answer shows its secrets', () => {
    expect(body(named('updateMyUser 200 enabling 2FA'))['isTotpEnabled']).toBe(true);
    expect(userBefore(named('updateMyUser 200 enabling 2FA'))['isTotpEnabled']).toBe(false);
    const writing = interactions
      .filter((interaction) => 'isTotpEnabled' in body(interaction))
      .map(({ caseId }) => caseId);
    expect(writing).toEqual(['enabling 2FA', 'enabling 2FA']);
  });

  it('fills the path from the user before, and the states from what is sent', () => {
    const conflict = named('updateAccountUser 409 another user has the email');
    expect(conflict.request.path).toBe(
      `/v3/accounts/${userBefore(conflict)['accountId']}/users/${userBefore(conflict)['id']}`,
    );
    expect(conflict.states[1]).toEqual({
      name: 'another user has the email',
      params: { email: body(conflict)['email'] },
    });
    expect(userBefore(conflict)['email']).not.toEqual(body(conflict)['email']);
    expect(named('updateMyUser 404 no such user').states).toEqual([
      { name: 'no such user', params: { userId: valueAt(BODIES['all'] ?? null, '/id') } },
    ]);
  });

  it('sends an invalid request, and an invalid token, where that is what the answer is about', () => {
    expect(body(named('updateMyUser 400 invalid request'))['status']).toBe('ENROLLING_UNKNOWN');
    const { Authorization } = named('updateMyUser 401 invalid credentials').request.headers;
    expect(Authorization).toEqual({ value: 'Bearer invalid-token', regex: '^Bearer .+$' });
    const expression = `Bearer \${token}`;
    expect(named('updateMyUser 403 the caller may not update users').request.headers['Authorization']).toEqual({
      value: 'Bearer valid-token',
      regex: '^Bearer .+$',
      expression,
    });
  });

  it('sets up what any database stores: another control character for U+0000', () => {
    const [row] = ROWS;
    if (row === undefined) throw new Error('there are no rows');
    const text = { ...(JSON.parse(row.body ?? '') as JsonObject), address: 'a\u0000\tb' };
    const [made] = interactionsOf(contract, [{ ...row, body: JSON.stringify(text) }]);
    expect(JSON.stringify(made)).not.toContain('\\u0000');
    expect(valueAt(made?.response.body ?? null, '/address')).toBe('a\u0001\tb');
  });

  it('names state parameters and members as the wire does', () => {
    const snake = defineContract(contractSource, { wireNames: 'snake_case' });
    const rows = [
      {
        ...ROWS[1],
        body: '{"id":"0123456789abcdef0123456789abcdef","account_id":"0123456789abcdef0123456789abcdef","object":"user","etag":"e","email":"a@b","status":"ACTIVE"}',
      },
    ] as typeof ROWS;
    const made = interactionsOf(snake, rows);
    expect(made.at(-2)?.states).toEqual([
      { name: 'no such user', params: { user_id: '0123456789abcdef0123456789abcdef' } },
    ]);
    expect(made.at(-1)?.response.body).toMatchObject({ request_id: 'request-1', type: 'duplicate' });
    expect(made[0]?.request.path).toBe(
      '/v3/accounts/0123456789abcdef0123456789abcdef/users/0123456789abcdef0123456789abcdef',
    );
  });

  it('refuses a case that no pact can carry, and says why', () => {
    const rows = [{ ...ROWS[0], id: 'past doubles', body: '{"creationTime":9007199254740993}' }] as typeof ROWS;
    expect(() => interactionsOf(contract, rows)).toThrow(
      'no pact can carry the case past doubles: pact-js passes bodies',
    );
  });
});
