import { isJsonObject, type JsonObject, type JsonValue } from '../contract';
import { isIdentity } from './identity';

/** Gives an item of a list the members that its first item has. */
type Shaping = (first: JsonObject, item: JsonObject) => JsonObject;

const shaped = (first: JsonObject, at: (name: string) => JsonValue): JsonObject =>
  Object.fromEntries(Object.keys(first).map((name) => [name, at(name)]));

const withOwnValues: Shaping = (first, item) =>
  shaped(first, (name) => (Object.hasOwn(item, name) ? item : first)[name] as JsonValue);

const withOwnIdentity: Shaping = (first, item) =>
  shaped(first, (name) => (isIdentity(name) && Object.hasOwn(item, name) ? item : first)[name] as JsonValue);

/** The nearest to what the items were comes first; an item of another branch than the first can only be its like. */
const SHAPINGS: readonly Shaping[] = [withOwnValues, withOwnIdentity];

function sameShape([first, ...others]: readonly JsonValue[], shape: Shaping): readonly JsonValue[] {
  if (first === undefined) return [];
  if (!isJsonObject(first) || !others.every(isJsonObject)) return [first, ...others];
  return [first, ...others.map((item) => shape(first, item))];
}

function levelBy(value: JsonValue, shape: Shaping): JsonValue {
  if (Array.isArray(value))
    return sameShape(
      value.map((item) => levelBy(item, shape)),
      shape,
    );
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, levelBy(inner, shape)]));
}

/**
 * Returns the body with the items of each list in one shape: the members of the first item, which the row is about. Pact
 * compares items past the example's with its first one, and would refuse a legal list for a member that only some of the
 * items have. Where no such body is allowed, the body is as it was.
 */
export function level(value: JsonValue, isAllowed: (body: JsonValue) => boolean): JsonValue {
  return SHAPINGS.map((shape) => levelBy(value, shape)).find(isAllowed) ?? value;
}
