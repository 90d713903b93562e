import { isJsonObject, type JsonValue, type MapSchema } from '../../contract';
import { plainCount } from './nesting';
import { ANY_KEY, accept, distinct, type KindClasses, type Making, type Row, reject, withTypical } from './row';
import { wrongTypes } from './wrong-types';

/** Names that JavaScript objects have already, and names that are hard to write down. */
export const HARD_KEYS: readonly (readonly [string, string])[] = [
  ['key __proto__', '__proto__'],
  ['key constructor', 'constructor'],
  ['key toString', 'toString'],
  ['empty key', ''],
  ['key with a quote and a slash', '"a/b~c\\'],
  ['astral key', '🦊'],
];

const MOST_MADE = 1_000;

const keysOf = (value: JsonValue): string[] => (isJsonObject(value) ? Object.keys(value) : []);
const ofSize =
  (holds: (size: number) => boolean) =>
  (value: JsonValue): boolean =>
    isJsonObject(value) && holds(keysOf(value).length);

function keys(schema: MapSchema, make: Making, count: number): string[] {
  const names = distinct(make, schema.keys ?? ANY_KEY, count).filter((name) => typeof name === 'string');
  return names.slice(0, count);
}

/** A map of exactly these keys; none where the values cannot be made. */
function mapOf(schema: MapSchema, make: Making, names: readonly string[]): JsonValue | undefined {
  const values = names.map((name, n) => [name, make.typical(schema.values, n)] as const);
  if (values.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(values as [string, JsonValue][]);
}

const ofCount = (schema: MapSchema, make: Making, count: number): JsonValue[] => {
  if (count < 0 || count > MOST_MADE) return [];
  const names = keys(schema, make, count);
  const map = names.length === count ? mapOf(schema, make, names) : undefined;
  return map === undefined ? [] : [map];
};

function typicalMap(schema: MapSchema, make: Making, n: number): JsonValue | undefined {
  const { minProperties = 0, maxProperties = Infinity } = schema;
  const count = Math.min(Math.max(make.isDeep ? 0 : plainCount(schema.values), minProperties), maxProperties);
  const names = count === 0 ? [] : keys(schema, make, count + n).slice(-count);
  const full = mapOf(schema, make, names);
  return full === undefined && minProperties === 0 ? {} : full;
}

function limitRows(schema: MapSchema, make: Making): Row[] {
  const { minProperties = 0, maxProperties } = schema;
  const most = maxProperties === undefined ? [] : ofCount(schema, make, maxProperties + 1);
  const top = maxProperties === undefined || maxProperties < 2 ? [] : ofCount(schema, make, maxProperties);
  return [
    accept(
      'at the maximum',
      top,
      ofSize((size) => size === maxProperties),
    ),
    reject('one over the maximum', most, `it has more than ${maxProperties} keys`),
    reject(
      'one under the minimum',
      ofCount(schema, make, minProperties - 1),
      `it has fewer than ${minProperties} keys`,
    ),
    reject('key that is not allowed', wrongKey(schema, make), 'the key is not one of those allowed'),
  ];
}

/** The extra key stands beside the typical ones. */
function wrongKey(schema: MapSchema, make: Making): JsonValue[] {
  const { keys: allowed } = schema;
  const value = make.typical(schema.values, 0);
  if (allowed === undefined || value === undefined) return [];
  const wrong = ['not a key!', '', 'x'.repeat(300), '~'].find((name) => !make.allows(allowed, name));
  const names = keys(schema, make, Math.max(0, (schema.minProperties ?? 0) - 1));
  const rest = mapOf(schema, make, names);
  return wrong === undefined || !isJsonObject(rest)
    ? []
    : [Object.fromEntries([[wrong, value], ...Object.entries(rest)])];
}

/** Classes of maps: by size, keys that are hard to keep, and the limits of both. */
export const mapClasses: KindClasses<MapSchema> = {
  typical: typicalMap,
  rows: (schema, make) => {
    const typical = typicalMap(schema, make, 0);
    const hardKeys = HARD_KEYS.map(([name, key]) => {
      const others = keys(schema, make, Math.max(0, (schema.minProperties ?? 0) - 1));
      const map = mapOf(schema, make, [key, ...others]);
      return accept(name, map === undefined ? [] : [map], (value) => keysOf(value).includes(key));
    });
    return withTypical(typical === undefined ? [] : [typical], [
      accept(
        'empty',
        [{}],
        ofSize((size) => size === 0),
      ),
      accept(
        'one',
        ofCount(schema, make, 1),
        ofSize((size) => size === 1),
      ),
      ...hardKeys,
      ...limitRows(schema, make),
      accept(
        'hundred',
        ofCount(schema, make, 100),
        ofSize((size) => size >= 100),
      ),
      ...wrongTypes('an object', 'object'),
    ]);
  },
};
