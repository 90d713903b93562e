import { gzipSync } from 'node:zlib';
import { isDateTime, isJsonObject, type JsonObject, type JsonValue } from '../../src/contract';
import type { Passing, Rewrite } from '../support/rewriting-proxy';
import { body, requestOf, user, verifiedWith } from './rewritten';

/** Every value within, inner ones first. */
const within = (value: JsonValue, change: (inner: JsonValue) => JsonValue): JsonValue => {
  if (Array.isArray(value)) return change(value.map((item: JsonValue) => within(item, change)));
  if (!isJsonObject(value)) return change(value);
  return change(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, within(inner, change)])));
};

const reversed = (value: JsonValue): JsonValue =>
  isJsonObject(value) ? Object.fromEntries(Object.entries(value).reverse()) : value;

const MORE = { addedLater: [{ a: null }] };
const withMore = (value: JsonValue | undefined): JsonValue =>
  isJsonObject(value) ? { ...value, ...MORE } : (value ?? null);

/** Members that nobody knows, in every object of which the contract names the members. */
const withMoreWithin = (value: JsonObject): JsonObject => ({
  ...value,
  ...MORE,
  ...Object.fromEntries(
    ['activeSessions', 'loginHistory']
      .filter((name) => Array.isArray(value[name]))
      .map((name) => [name, (value[name] as JsonValue[]).map(withMore)]),
  ),
});

/** The same instant at another offset, where JavaScript's calendar has it to the digit. */
function atOtherOffset(value: JsonValue): JsonValue {
  if (typeof value !== 'string' || !isDateTime(value) || !/^(?:19|20)\d\d-\d\d-\d\dT[^.]*Z$/.test(value)) return value;
  const local = new Date(Date.parse(value) + 2 * 3_600_000);
  return Number.isNaN(local.getTime()) ? value : local.toISOString().replace('.000Z', '.000+02:00');
}

const LISTS = ['activeSessions', 'loginHistory', 'groups'];
const withEmptyLists = (value: JsonObject): JsonObject => ({
  ...Object.fromEntries(LISTS.map((name) => [name, []])),
  userProperties: {},
  ...value,
});

const withoutEmpty = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0)));

/** Properties that were there before stay beside those that are written. */
const withMoreProperties = (value: JsonObject, passing: Passing): JsonObject => {
  const { userProperties } = value;
  if (!isJsonObject(userProperties) || !('userProperties' in requestOf(passing))) return value;
  return { ...value, userProperties: { ...userProperties, earlier: { kept: 'yes' } } };
};

const header =
  (name: string, value: string): Rewrite =>
  (passing) => ({ ...passing, headers: { ...passing.headers, [name]: value } });

const escaped: Rewrite = (passing) => ({
  ...passing,
  body: Buffer.from(
    passing.body
      .toString('utf8')
      .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ),
});

/** What a correct service may do otherwise, by name. */
const VARIATIONS: readonly (readonly [name: string, rewrite: Rewrite])[] = [
  ['nothing', (passing) => passing],
  ['names in another order', body((value) => within(value, reversed))],
  ['members that the contract does not know, everywhere', user(withMoreWithin)],
  ['times at another offset, with a fraction', user((value) => within(value, atOtherOffset))],
  ['empty lists where there is nothing', user(withEmptyLists)],
  ['no lists where they are empty', user(withoutEmpty)],
  ['maps that are added to', user(withMoreProperties)],
  ['characters escaped', escaped],
  [
    'blanks between tokens',
    (passing) => ({ ...passing, body: Buffer.concat([Buffer.from(' \n\t'), passing.body, Buffer.from('\r\n')]) }),
  ],
  ['a charset', header('content-type', 'application/json; charset=UTF-8')],
  ['a media type in other case', header('content-type', 'Application/JSON;Charset=utf-8')],
  [
    'headers in other case',
    (passing) => ({ ...passing, headers: { 'CONTENT-TYPE': passing.headers['content-type'] ?? '' } }),
  ],
  ['chunks', (passing) => ({ ...passing, isChunked: true })],
  [
    'compression',
    (passing) => ({
      ...passing,
      body: gzipSync(passing.body),
      headers: { ...passing.headers, 'content-encoding': 'gzip' },
    }),
  ],
  ['a connection for each answer', header('connection', 'close')],
  ['other headers', header('etag', 'W/"1"')],
];

describe('a correct service passes whatever it does otherwise:', () => {
  it.each(VARIATIONS)('%s', async (_name, rewrite) => {
    const run = await verifiedWith(rewrite);
    const findings = run.results.flatMap(({ id, findings: found }) =>
      found.map(({ rule, pointer, message }) => [id, rule, pointer, message]),
    );
    expect(findings).toEqual([]);
    expect(run.summary.failed).toBe(0);
    expect(run.summary.skipped).toBe(0);
    expect(run.summary.passed).toBeGreaterThan(10);
  });
});
