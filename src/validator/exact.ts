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

/** What is in a value that ajv cannot judge: raw text, integers with more digits than a double has, or neither. */
function hardest(value: JsonValue): 'raw' | 'digits' | undefined {
  if (typeof value === 'bigint') return 'digits';
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof RawJson) return 'raw';
  let found: 'digits' | undefined;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    const within = hardest(inner);
    if (within === 'raw') return within;
    found ??= within;
  }
  return found;
}

function rounded(value: JsonValue): JsonValue {
  if (typeof value === 'bigint') return double(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rounded(member)])) as JsonObject;
}

/** A value made ready to be judged. Raw text in it is read. */
export function subjectOf(value: JsonValue): Subject {
  const met = hardest(value);
  if (met === undefined) return { exact: value, rounded: value };
  if (met === 'raw') return subjectOf(parseJson(stringifyJson(value)));
  return { exact: value, rounded: rounded(value) };
}

/** The value at a place of a subject, with every digit. */
export const exactAt = (subject: Subject, pointer: string, data: JsonValue): JsonValue =>
  subject.exact === subject.rounded ? data : (valueAt(subject.exact, pointer) ?? data);
