import contractSource from '../../../contracts/user-update-resp/contract';
import { defineContract, type JsonObject } from '../../../src/contract';
import { judge, type Reference, resourceBefore } from '../../../src/provider/judge';
import { MEANING_RULES } from '../../../src/provider/rules';
import { validatorFor } from '../../../src/validator';

const contract = defineContract(contractSource);
const reference = validatorFor(contract) as Reference;

const before: JsonObject = {
  id: '01619571e2e90242ac12000600000000',
  accountId: '0161956c5ab00242ac12000600000000',
  object: 'user',
  email: 'ada@example.com',
  status: 'ACTIVE',
  etag: 'e1',
  fullName: 'Ada',
  createdAt: '2021-11-30T23:15:42Z',
  updatedAt: '2022-11-30T23:15:42Z',
  groups: ['a', 'b'],
  userProperties: { shop: { colour: 'blue' } },
  creationTime: 1680674828000,
};

const update: JsonObject = { fullName: 'Ada Lovelace', userProperties: { crm: { tier: 'gold' } } };

const after: JsonObject = {
  ...before,
  ...update,
  etag: 'e2',
  updatedAt: '2024-01-01T00:00:00Z',
};

/** What `update` does not write here. */
const UNTOUCHED: JsonObject = { fullName: 'Ada', userProperties: { shop: { colour: 'blue' } } };

interface Told {
  readonly request?: JsonObject;
  readonly response?: JsonObject;
  readonly repeated?: JsonObject;
  readonly before?: JsonObject;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly receivedAt?: number;
}

const bytes = (value: JsonObject): Buffer => Buffer.from(JSON.stringify(value));
const headers = { 'content-type': 'application/json' };

/** What the judge finds in an exchange, as `rule pointer`. */
function findings(told: Told, turnedOff = {}): string[] {
  const exchange = {
    request: { method: 'PUT', target: '/v3/users/me', headers, body: bytes(told.request ?? update) },
    response: {
      status: told.status ?? 200,
      headers: told.headers ?? headers,
      body: bytes(told.response ?? after),
      ...(told.receivedAt === undefined ? {} : { receivedAt: told.receivedAt }),
    },
    ...(told.repeated === undefined ? {} : { repeated: { status: 200, headers, body: bytes(told.repeated) } }),
  };
  const states = [{ name: 'a user exists', params: { user: told.before ?? before } }];
  const set = resourceBefore(contract, exchange, states);
  return judge(reference, exchange, set, turnedOff).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

const without = (value: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));

/** As far from `updatedAt` of the answer. */
const clock = (seconds: number): number => Date.parse('2024-01-01T00:00:00Z') + seconds * 1000;

describe('an update is held to its meaning', () => {
  it('finds nothing in a correct answer', () => {
    expect(findings({ repeated: { ...after, etag: 'e3' } })).toEqual([]);
  });

  it.each([1, -2, 400, 3 * 3600 + 400, 20 * 3600])('takes a clock that is %s seconds away for no time zone', (away) => {
    expect(findings({ receivedAt: clock(away) })).toEqual([]);
  });

  it.each<[string, Told, string]>([
    ['a local time west of UTC', { receivedAt: clock(3 * 3600 + 1) }, 'local-time /updatedAt'],
    ['a local time east of UTC', { receivedAt: clock(-5.75 * 3600) }, 'local-time /updatedAt'],
    ['the update lost', { response: { ...after, fullName: 'Ada' } }, 'written-comes-back /fullName'],
    ['what was written left out', { response: without(after, 'fullName') }, 'written-comes-back /fullName'],
    [
      'a part of a map lost',
      { response: { ...after, userProperties: { crm: {} } } },
      'written-comes-back /userProperties',
    ],
    ['something else changed', { response: { ...after, status: 'RESET' } }, 'untouched-stays /status'],
    ['something else gone', { response: without(after, 'creationTime') }, 'untouched-stays /creationTime'],
    ['something else invented', { response: { ...after, address: 'x' } }, 'untouched-stays /address'],
    ['the items in another order', { response: { ...after, groups: ['b', 'a'] } }, 'untouched-stays /groups'],
    ['another user', { response: { ...after, id: '01619571e2e90242ac12000600000001' } }, 'identity-stays /id'],
    ['the same etag', { response: { ...after, etag: 'e1' } }, 'version-changes /etag'],
    [
      'updated before it was created',
      { response: { ...after, updatedAt: '2020-01-01T00:00:00Z' } },
      'order-of-times /updatedAt',
    ],
    [
      'updated at the same time as before',
      { response: { ...after, updatedAt: before['updatedAt'] as string } },
      'time-moves /updatedAt',
    ],
    ['another answer the second time', { repeated: { ...after, fullName: 'Ada' } }, 'same-twice /fullName'],
    [
      'a secret without a reason',
      { response: { ...after, totpSecret: 'S' } },
      'totp-secret-only-when-enabling /isTotpEnabled',
    ],
    [
      'seconds for milliseconds',
      { response: { ...after, creationTime: 1680674828 } },
      'milliseconds-creationTime /creationTime',
    ],
    ['an undeclared status', { status: 418 }, 'unexpected-status '],
    ['another media type', { headers: { 'content-type': 'text/html' } }, 'content-type '],
  ])('finds %s', (_what, told, expected) => {
    expect(findings(told)).toContain(expected);
  });

  it('has a planted defect here for each of its rules', () => {
    const planted = [
      'written-comes-back',
      'untouched-stays',
      'identity-stays',
      'version-changes',
      'order-of-times',
      'time-moves',
      'local-time',
      'same-twice',
    ];
    expect(MEANING_RULES.map(({ id }) => id)).toEqual(planted);
  });

  it.each<[string, Told]>([
    ['another offset', { response: { ...after, createdAt: '2021-12-01T00:15:42+01:00' } }],
    ['a fraction of a second', { response: { ...after, createdAt: '2021-11-30T23:15:42.000Z' } }],
    ...(['2016-12-31T23:59:59Z', '2017-01-01T00:00:00Z', '2017-01-01T02:00:00.25+02:00'] as const).map(
      (createdAt): [string, Told] => [
        `${createdAt} for a leap second`,
        { before: { ...before, createdAt: '2016-12-31T23:59:60Z' }, response: { ...after, createdAt } },
      ],
    ),
    ['lower-case t and z', { response: { ...after, createdAt: '2021-11-30t23:15:42z' } }],
    ['fields that nobody knows', { response: { ...after, extra: 1 } }],
    ['an empty list where there was none', { response: { ...after, totpScratchCodes: [], loginHistory: [] } }],
    ['no list where there was an empty one', { before: { ...before, loginHistory: [] } }],
    ['keys in another order', { response: Object.fromEntries(Object.entries(after).reverse()) }],
    ['a map that was replaced', { response: { ...after, userProperties: { crm: { tier: 'gold' } } } }],
    [
      'a map that was added to',
      { response: { ...after, userProperties: { shop: { colour: 'blue' }, crm: { tier: 'gold' } } } },
    ],
    ['an id with hyphens', { response: { ...after, id: '01619571-e2e9-0242-ac12-000600000000' } }],
    ['a charset', { headers: { 'content-type': 'application/json; charset=utf-8' } }],
    [
      'an email that is not yet verified',
      {
        before: { ...before, emailVerified: true },
        request: { email: 'new@example.com' },
        response: { ...after, ...UNTOUCHED, email: 'new@example.com', emailVerified: false },
      },
    ],
    [
      'a password that is not shown',
      { request: { password: 'p' }, response: { ...before, etag: 'e2', passwordChangedTime: 1704067200000 } },
    ],
    ['the same etag where nothing changed', { request: { fullName: 'Ada' }, response: before }],
    [
      'a creation in a far future that the state asked for',
      {
        before: { ...before, createdAt: '9999-12-31T23:59:59Z' },
        response: { ...after, createdAt: '9999-12-31T23:59:59Z' },
      },
    ],
  ])('takes %s for right', (_what, told) => {
    expect(findings(told)).toEqual([]);
  });

  it('leaves out a rule that is turned off', () => {
    const told = { response: { ...after, etag: 'e1' } };
    expect(findings(told, { 'version-changes': 'the service has none' })).toEqual([]);
  });
});
