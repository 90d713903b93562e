import {
  type Definitions,
  equalJson,
  type Interpreter,
  instantOf,
  interpret,
  isJsonObject,
  isLeapSecond,
  type JsonObject,
  type JsonValue,
  meaningOf,
  ownMember,
  resolve,
  type Schema,
} from '../../contract';

/** Whether two values mean the same: as a service may store a value and write it in another way. */
type Same = (left: JsonValue, right: JsonValue) => boolean;

/** A store may keep whole seconds only, so that a fraction is no difference. */
const INSTANT_MS = 1000;

/** Calendars without leap seconds have the second before one for it, or the one after it, as PostgreSQL. */
function sameInstant(left: string, right: string): boolean {
  const [first, second] = [instantOf(left), instantOf(right)];
  if (first === undefined || second === undefined) return false;
  const apart = second - first;
  return Math.abs(apart) < INSTANT_MS || (isLeapSecond(left) && apart > 0 && apart < 2 * INSTANT_MS);
}

const ID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

const sameId = (left: string, right: string): boolean =>
  ID.test(left) && ID.test(right) && left.replaceAll('-', '').toLowerCase() === right.replaceAll('-', '').toLowerCase();

const pairwise = (left: JsonValue, right: JsonValue, same: Same): boolean => {
  if (!Array.isArray(left) || !Array.isArray(right)) return false;
  return left.length === right.length && left.every((item: JsonValue, index) => same(item, right[index] as JsonValue));
};

function sameMembers(names: Iterable<string>, left: JsonObject, right: JsonObject, sameOf: (name: string) => Same) {
  return [...names].every((name) => {
    const [one, other] = [ownMember(left, name), ownMember(right, name)];
    return one === undefined || other === undefined ? one === other : sameOf(name)(one, other);
  });
}

const interpreter = (definitions: Definitions): Interpreter<Same> => ({
  string: (schema) => (left, right) => {
    if (typeof left !== 'string' || typeof right !== 'string') return equalJson(left, right);
    return left === right || sameId(left, right) || (meaningOf(schema) === 'instant' && sameInstant(left, right));
  },
  integer: () => equalJson,
  number: () => equalJson,
  boolean: () => equalJson,
  null: () => equalJson,
  enum: () => equalJson,
  any: () => equalJson,
  reference: (schema) => (left, right) =>
    interpret(interpreter(definitions), resolve(schema, definitions))(left, right),
  array: (schema, recur) => {
    const same = recur(schema.items);
    return (left, right) => pairwise(left, right, same);
  },
  map: (schema, recur) => {
    const same = recur(schema.values);
    return (left, right) => {
      if (!isJsonObject(left) || !isJsonObject(right)) return false;
      return sameMembers(new Set([...Object.keys(left), ...Object.keys(right)]), left, right, () => same);
    };
  },
  // Members that are not declared are no promise.
  object: (schema, recur) => {
    const members = new Map(schema.properties.map((property) => [property.name, recur(property.schema)]));
    return (left, right) => {
      if (!isJsonObject(left) || !isJsonObject(right)) return false;
      return sameMembers(members.keys(), left, right, (name) => members.get(name) ?? equalJson);
    };
  },
  union: (schema, recur) => {
    const branches = schema.branches.map(recur);
    return (left, right) => equalJson(left, right) || branches.some((same) => same(left, right));
  },
});

/** Whether two values of a schema mean the same: instants to the second, ids with or without hyphens, in any key order. */
export const sameValue = (schema: Schema, definitions: Definitions, left: JsonValue, right: JsonValue): boolean =>
  interpret(interpreter(definitions), schema)(left, right);

/** Whether what was written is in a value: of a map, a service may replace all or add to it. */
export function holdsWritten(schema: Schema, definitions: Definitions, written: JsonValue, now: JsonValue): boolean {
  if (sameValue(schema, definitions, written, now)) return true;
  if (resolve(schema, definitions).kind !== 'map' || !isJsonObject(written) || !isJsonObject(now)) return false;
  return Object.entries(written).every(([name, value]) => {
    const other = ownMember(now, name);
    if (other === undefined) return false;
    if (isJsonObject(value) && isJsonObject(other))
      return Object.entries(value).every(([key, inner]) => equalJson(inner, ownMember(other, key) ?? null));
    return equalJson(value, other);
  });
}
