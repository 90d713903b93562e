import type { JsonObject, JsonValue } from '../../src/contract';
import type { Passing, Rewrite } from '../support/rewriting-proxy';
import { body, requestOf, user, verifiedWith } from './rewritten';

const number = (value: JsonValue | undefined): number => Number(value ?? 0);

/** Takes a member to what `change` makes of it, where it is there. */
const member = (name: string, change: (value: JsonValue, passing: Passing) => JsonValue): Rewrite =>
  user((value, passing) =>
    Object.hasOwn(value, name) ? { ...value, [name]: change(value[name] as JsonValue, passing) } : value,
  );

const without = (value: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

const status =
  (from: number, to: number): Rewrite =>
  (passing) =>
    passing.status === from ? { ...passing, status: to } : passing;

const html: Rewrite = (passing) =>
  passing.status < 400
    ? passing
    : { ...passing, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html><h1>Error</h1></html>') };

let remembered: JsonObject = {};

/** What can be wrong with a service though each answer fits its schema, and the rule that tells. */
const DEFECTS: readonly (readonly [name: string, rewrite: Rewrite, rule: string])[] = [
  ['an update is lost', member('fullName', () => 'as it was'), 'written-comes-back'],
  ['a written text is cut', member('address', (value) => String(value).slice(0, 3)), 'written-comes-back'],
  ['a written flag is turned round', member('isGtcAccepted', (value) => !value), 'written-comes-back'],
  ['written properties are joined into one', member('userProperties', () => ({ all: {} })), 'written-comes-back'],
  [
    'all that is not written is forgotten',
    user((value, passing) => {
      const kept = ['id', 'etag', 'email', 'status', 'accountId', 'object', ...Object.keys(requestOf(passing))];
      return Object.fromEntries(Object.entries(value).filter(([name]) => kept.includes(name)));
    }),
    'untouched-stays',
  ],
  ['a list loses its last item', member('groups', (value) => (value as JsonValue[]).slice(0, -1)), 'untouched-stays'],
  ['the groups are sorted', member('groups', (value) => [...(value as string[])].sort().reverse()), 'untouched-stays'],
  [
    'a count of seconds for milliseconds',
    member('creationTime', (value) => Math.floor(number(value) / 1000)),
    'untouched-stays',
  ],
  [
    'two members are swapped',
    user((value) => ({
      ...value,
      lastLoginTime: value['creationTime'] ?? 5,
      creationTime: value['lastLoginTime'] ?? 6,
    })),
    'untouched-stays',
  ],
  ['a member appears from nowhere', user((value) => ({ emailVerified: true, ...value })), 'untouched-stays'],
  ['a time is told an hour late', member('createdAt', (value) => String(value).replace(/T0/, 'T1')), 'untouched-stays'],
  ['the id is another one', member('id', () => 'f'.repeat(32)), 'identity-stays'],
  ['the account is another one', member('accountId', () => 'f'.repeat(32)), 'identity-stays'],
  ['the object is another one that the enum lists', member('object', () => 'account'), 'object-is-user'],
  ['the version stays', member('etag', () => 'alpha'), 'version-changes'],
  [
    'the update precedes the creation',
    user((value) => ({ ...value, updatedAt: '1971-01-01T00:00:00Z' })),
    'order-of-times',
  ],
  [
    'a secret is shown though nobody enables anything',
    user((value, passing) =>
      Object.hasOwn(requestOf(passing), 'isTotpEnabled') ? value : { ...value, isTotpEnabled: true, totpSecret: 'S' },
    ),
    'totp-secret-only-when-requested',
  ],
  [
    'every second answer forgets the name',
    (() => {
      let count = 0;
      return user((value) => {
        count += 1;
        return count % 2 === 0 ? without(value, 'fullName') : value;
      });
    })(),
    'same-twice',
  ],
  [
    'the answer is of the request before',
    user((value) => {
      const before = remembered;
      remembered = value;
      return Object.keys(before).length > 0 ? before : value;
    }),
    'untouched-stays',
  ],
  ['an error says that all is well', status(404, 200), 'required'],
  [
    'a conflict is no conflict',
    (passing) => (passing.status === 409 ? { ...passing, status: 400 } : passing),
    'pact-status',
  ],
  ['whoever calls is let in', status(401, 200), 'required'],
  ['an error is HTML', html, 'content-type'],
  ['an error has another shape', body((value, { status: code }) => (code < 400 ? value : { error: 'no' })), 'required'],
  ['an error is a 500', status(400, 500), 'unexpected-status'],
];

describe('a service whose answers fit their schemas, but not their meaning, is found out:', () => {
  it.each(DEFECTS)('%s', async (_name, rewrite, rule) => {
    const run = await verifiedWith(rewrite);
    const rules = new Set(run.results.flatMap(({ findings }) => findings.map((finding) => finding.rule)));
    expect([...rules]).toContain(rule);
    expect(run.summary.failed).toBeGreaterThan(0);
  });
});
