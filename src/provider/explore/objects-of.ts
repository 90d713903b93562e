import { bodyBytes, type Case, isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { objectIn } from '../body';

/** A surrogate without its other half: with the `u` flag, pairs are one code point. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether all texts of a value can be UTF-8: a surrogate without its other half is replaced by any store. */
function isStorable(value: JsonValue): boolean {
  if (typeof value === 'string') return !LONE_SURROGATE.test(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([name, inner]) => !LONE_SURROGATE.test(name) && isStorable(inner));
}

/** The bodies of cases that are objects which a service can store, in the order of the cases. */
export function* objectsOf(cases: Iterable<Case>): Generator<JsonObject> {
  for (const testCase of cases) {
    const object = objectIn(bodyBytes(testCase));
    if (object !== undefined && isStorable(object)) yield object;
  }
}
