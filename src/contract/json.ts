/**
 * JSON text that is written as it stands: for what a JavaScript value cannot hold, such as `1.0`, `1e999`
 * or an object with a key twice. Never produced by {@link parseJson}.
 */
export class RawJson {
  constructor(readonly text: string) {}
}

/** A JSON value. Integers past ±(2^53 - 1) are bigints, so that an int64 keeps every digit. */
export type JsonValue = null | boolean | number | bigint | string | RawJson | readonly JsonValue[] | JsonObject;

/** A JSON object. Keys are data: make it with `Object.fromEntries`, so that `__proto__` is a key like any other. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Whether a value is a JSON object: not null, not an array, not raw text. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RawJson);

/** Returns an own member of an object; `undefined` of any other value, and where there is none. */
export const ownMember = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  value !== undefined && isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

const isUnsafeInteger = (token: string): boolean =>
  token.length > 15 && /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));

const countOf = (part: string, text: string): number => text.split(part).length - 1;

/** A mark that no string of the text begins with, to tell tagged integers from strings: longer than any in it. */
const unusedMark = (text: string): string => '\u0001'.repeat(1 + countOf('\u0001', text) + countOf('\\u0001', text));

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** So many digits in a row may be more than a double can hold. */
const MANY_DIGITS = 16;

/** Whether there are many digits in a row: one of them stands where only every so many-th character is looked at. */
function hasManyDigits(text: string): boolean {
  for (let at = MANY_DIGITS - 1; at < text.length; at += MANY_DIGITS) {
    let [first, last] = [at, at - 1];
    while (isDigit(text.charCodeAt(last + 1))) last += 1;
    while (last >= at && isDigit(text.charCodeAt(first - 1))) first -= 1;
    if (last - first + 1 >= MANY_DIGITS) return true;
  }
  return false;
}

/**
 * Reads JSON text (RFC 8259) without losing digits: an integer that a double cannot hold becomes a bigint.
 * Of a key that occurs twice the last one counts, as in `JSON.parse`.
 * @throws SyntaxError where the text is not JSON.
 * @example
 * parseJson('{"creationTime":9007199254740993}'); // { creationTime: 9007199254740993n }
 */
export function parseJson(text: string): JsonValue {
  const plain = JSON.parse(text) as JsonValue;
  if (!hasManyDigits(text)) return plain;
  const mark = `${unusedMark(text)}:`;
  const escaped = JSON.stringify(mark).slice(1, -1);
  const tagged = text.replace(TOKENS, (token) => (isUnsafeInteger(token) ? `"${escaped}${token}"` : token));
  return tagged === text ? plain : withIntegers(JSON.parse(tagged) as JsonValue, mark);
}

/** Returns the value of a JSON text as {@link parseJson} does; `undefined` where the text is not JSON. */
export function jsonValueIn(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** The value with the integers that a mark stands before; it is changed in place, which takes a fraction of a reviver. */
function withIntegers(value: JsonValue, mark: string): JsonValue {
  if (typeof value === 'string') return value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value;
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Record<string, JsonValue>;
  for (const name of Object.keys(members)) {
    const before = members[name] as JsonValue;
    if (typeof before !== 'string' && (typeof before !== 'object' || before === null)) continue;
    const after = withIntegers(before, mark);
    if (after !== before) members[name] = after;
  }
  return value;
}

const writeObject = (value: JsonObject): string =>
  `{${Object.keys(value)
    .map((name) => `${JSON.stringify(name)}:${stringifyJson(value[name] as JsonValue)}`)
    .join(',')}}`;

/**
 * Writes a value as compact JSON text, keys in their own order, bigints with all digits, raw text as it stands.
 * @example
 * stringifyJson({ creationTime: 9007199254740993n }); // '{"creationTime":9007199254740993}'
 */
export function stringifyJson(value: JsonValue): string {
  if (value instanceof RawJson) return value.text;
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(stringifyJson).join(',')}]`;
  return isJsonObject(value) ? writeObject(value) : JSON.stringify(value);
}

const equalMembers = (left: JsonObject, right: JsonObject): boolean => {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && equalJson(left[name] as JsonValue, right[name] as JsonValue))
  );
};

/** Whether two values are the same JSON value: key order does not count, `1` and `1n` are equal. */
export function equalJson(left: JsonValue, right: JsonValue): boolean {
  if (left === right) return true;
  if (typeof left === 'string' && typeof right === 'string') return false;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => equalJson(item, right[index] as JsonValue));
  if (isJsonObject(left) && isJsonObject(right)) return equalMembers(left, right);
  return canonicalJson(left) === canonicalJson(right);
}

/** A value as text that is equal for equal values: keys sorted. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return stringifyJson(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as JsonValue)}`).join(',')}}`;
}
