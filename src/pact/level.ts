import { isJsonObject, type JsonObject, type JsonValue } from '../contract';

const withNames = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));

function sameShape(items: readonly JsonValue[]): readonly JsonValue[] {
  if (!items.every(isJsonObject)) return items;
  const common = Object.keys(items[0] ?? {}).filter((name) => items.every((item) => Object.hasOwn(item, name)));
  return items.map((item) => withNames(item, common));
}

/**
 * The body with the items of each list in one shape: the members that all of them have. Pact compares items past the
 * example's with its first one, and would refuse a legal list for a member that only some of the items have.
 */
export function level(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return sameShape(value.map(level));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, level(inner)]));
}
