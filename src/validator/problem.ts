import { isJsonObject, type JsonValue, stringifyJson } from '../contract';
import { shorten } from '../result';

/** One thing about a value that its schema does not allow, before it is told for which operation. */
export interface Problem {
  /** The name of the check: an id of {@link VALIDATOR_CHECKS}. */
  readonly check: string;
  /** Where: of a missing member, the pointer it would have. */
  readonly pointer: string;
  /** What follows the name of the place in a sentence: `is missing`. */
  readonly sentence: string;
  /** What the schema allows, in words. */
  readonly expected: string;
  /** What was met, in words or as JSON text. */
  readonly actual: string;
  /** What the document says of the place. */
  readonly description?: string | undefined;
}

/** A value as JSON text, cut to what a line holds; in words where it has no text. */
export function literal(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === Infinity || value === -Infinity) return 'a number too large for a double';
  try {
    return shorten(stringifyJson(value));
  } catch {
    return 'a value nested too deeply to show';
  }
}

/** What a value is, in words: "a string". */
export function typeInWords(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'an integer';
  if (isJsonObject(value)) return 'an object';
  return `a ${typeof value}`;
}

/** What each JSON Schema type is in words. */
export const TYPES_IN_WORDS: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  array: 'an array',
  object: 'an object',
};

/** `a, b or c`. */
export const alternatives = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;

/** `1 item`, `2 items`. */
export const counted = (count: number, unit: string): string =>
  `${count} ${count === 1 ? unit : unit.replace(/y$/, 'ie').concat('s')}`;
