import { isLeapSecond, withoutLeapSecond } from './formats';
import { isJsonObject, type JsonObject, type JsonValue } from './json';

/** Past it a text is about sizes, and limits of those are nobody's promise. */
const LONGEST = 1000;

/** Halves of surrogate pairs without the other (with the `u` flag, pairs are one code point), and noncharacters. */
const NO_CHARACTER = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

const plainText = (text: string): string => {
  const exchangeable = text.replaceAll('\u0000', ' ').replace(NO_CHARACTER, '\ufffd');
  if (isLeapSecond(exchangeable)) return withoutLeapSecond(exchangeable);
  return exchangeable.length > LONGEST ? Array.from(exchangeable).slice(0, LONGEST).join('') : exchangeable;
};

const plainName = (name: string): string => (name === '__proto__' ? 'proto' : plainText(name));

function plainInteger(value: bigint): number {
  return value < 0n ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/**
 * A value as all stores and languages take it, for calls that are about what a service does with it: nobody should have
 * to argue about the value. It holds what I-JSON (RFC 7493) holds: no integer that a double cannot carry, no half
 * of a character. U+0000, which many databases refuse, is a blank, `__proto__`, which many frameworks refuse, another
 * name, a leap second, which most calendars lack, the second before; long texts are cut.
 */
export function plain(value: JsonValue): JsonValue {
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'bigint') return plainInteger(value);
  if (Array.isArray(value)) return value.map(plain);
  return isJsonObject(value) ? plainObject(value) : value;
}

/** An object, made plain: see {@link plain}. */
export const plainObject = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [plainName(name), plain(inner)]));

/**
 * A value with a letter of two bytes for each character past U+FFFF: as long by each count but that of bytes, which no
 * contract limits.
 */
export function withoutAstral(value: JsonValue): JsonValue {
  return withTexts(value, (text) => text.replace(ASTRAL, 'é'));
}

/**
 * As a program sees it that counts a text in UTF-16 units, as Java and JavaScript do: with two letters for each
 * character past U+FFFF. JSON Schema counts characters; a request that is short enough by one count only is no proof.
 */
export function inUtf16Units(value: JsonValue): JsonValue {
  return withTexts(value, (text) => text.replace(ASTRAL, 'xx'));
}

/**
 * A value that a database can store: PostgreSQL has no U+0000 in its texts. Another control character stands instead,
 * so that the value is of the classes that it was of.
 */
export function withoutNul(value: JsonValue): JsonValue {
  return withTexts(value, (text) => text.replaceAll('\u0000', '\u0001'));
}

/** A value with other texts; names of members stay. */
function withTexts(value: JsonValue, change: (text: string) => string): JsonValue {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => withTexts(item, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withTexts(inner, change)]));
}
