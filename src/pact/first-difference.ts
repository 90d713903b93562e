import { childPointer, isJsonObject, type JsonValue, stringifyJson } from '../contract';

/** Where two values begin to differ, and what stands there: as JSON text, shortened, or `nothing`. */
export interface FirstDifference {
  /** A JSON pointer. */
  readonly pointer: string;
  readonly wanted: string;
  readonly actual: string;
}

const LONGEST = 120;

const textOf = (value: JsonValue | undefined): string => {
  const text = value === undefined ? 'nothing' : stringifyJson(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
};

const membersOf = (value: JsonValue): ReadonlyMap<string, JsonValue> | undefined => {
  if (Array.isArray(value)) return new Map(value.map((item: JsonValue, index) => [String(index), item]));
  return isJsonObject(value) ? new Map(Object.entries(value)) : undefined;
};

/** The first place at which a value is not the one wanted; `undefined` where it is, the order of names included. */
export function firstDifference(
  wanted: JsonValue | undefined,
  actual: JsonValue | undefined,
  pointer = '',
): FirstDifference | undefined {
  if (wanted !== undefined && actual !== undefined && stringifyJson(wanted) === stringifyJson(actual)) return undefined;
  const [left, right] = [wanted, actual].map((value) => (value === undefined ? undefined : membersOf(value)));
  const isSameType = Array.isArray(wanted) === Array.isArray(actual);
  const names = left === undefined || right === undefined || !isSameType ? [] : [...left.keys(), ...right.keys()];
  for (const name of new Set(names)) {
    const within = firstDifference(left?.get(name), right?.get(name), childPointer(pointer, name));
    if (within !== undefined) return within;
  }
  return { pointer, wanted: textOf(wanted), actual: textOf(actual) };
}
