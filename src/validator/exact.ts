import { isJsonObject, type JsonObject, type JsonValue, parseJson, RawJson, stringifyJson, valueAt } from '../contract';

/** A value in the two forms that judging needs. */
export interface Subject {
  /** With doubles in place of bigints: what ajv can judge. */
  readonly rounded: JsonValue;
  /** With every digit. The same object as `rounded` where no digit was lost. */
  readonly exact: JsonValue;
}

/** An integer of hundreds of digits stays an integer as a double. */
const double = (value: bigint): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, Number(value)));

/** Whether a value, or one within it, is of a class. */
function contains(value: JsonValue, wanted: (value: JsonValue) => boolean): boolean {
  if (wanted(value)) return true;
  if (Array.isArray(value)) return value.some((item: JsonValue) => contains(item, wanted));
  return isJsonObject(value) && Object.values(value).some((member) => contains(member, wanted));
}

function rounded(value: JsonValue): JsonValue {
  if (typeof value === 'bigint') return double(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rounded(member)])) as JsonObject;
}

/** A value made ready to be judged. Raw text in it is read. */
export function subjectOf(value: JsonValue): Subject {
  const plain = contains(value, (inner) => inner instanceof RawJson) ? parseJson(stringifyJson(value)) : value;
  const loses = contains(plain, (inner) => typeof inner === 'bigint');
  return { exact: plain, rounded: loses ? rounded(plain) : plain };
}

/** The value at a place of a subject, with every digit. */
export const exactAt = (subject: Subject, pointer: string, data: JsonValue): JsonValue =>
  subject.exact === subject.rounded ? data : (valueAt(subject.exact, pointer) ?? data);
