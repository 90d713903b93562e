import type { Random } from '../../random';

/** A way in which a text on its way is spoiled. */
export interface Break {
  readonly name: string;
  /** `at` is somewhere within the text. */
  readonly write: (text: string, at: number, random: Random) => string;
}

/** Why a body that is no JSON must be refused. */
export const NOT_JSON = 'it is not JSON text (RFC 8259)';

/** What JSON is made of, and what it must not have. */
const CHARACTERS = [...'{}[]:,"\\-+.0eEtfn/#\'', '\u0000', '\n'];

/** Pieces of up to so many characters are left out, or come twice. */
const LONGEST_PIECE = 24;

/** The next character at or behind a place that gives the text its structure. */
function structural(text: string, at: number): number {
  const found = text.slice(at).search(/[{}[\]:,"]/);
  return found < 0 ? text.length - 1 : at + found;
}

/** Texts that were cut off, and single bytes that have gone wrong. */
export const BREAKS: readonly Break[] = [
  { name: 'cut off', write: (text, at) => text.slice(0, at) },
  { name: 'beginning cut off', write: (text, at) => text.slice(at + 1) },
  {
    name: 'character left out',
    write: (text, at) => {
      const place = structural(text, at);
      return text.slice(0, place) + text.slice(place + 1);
    },
  },
  {
    name: 'character twice',
    write: (text, at) => {
      const place = structural(text, at);
      return text.slice(0, place + 1) + text.slice(place);
    },
  },
  {
    name: 'other character',
    write: (text, at, random) => {
      const place = structural(text, at);
      return text.slice(0, place) + random.pick(CHARACTERS) + text.slice(place + 1);
    },
  },
  {
    name: 'character too many',
    write: (text, at, random) => text.slice(0, at) + random.pick(CHARACTERS) + text.slice(at),
  },
  {
    name: 'piece left out',
    write: (text, at, random) => text.slice(0, at) + text.slice(at + 1 + random.below(LONGEST_PIECE)),
  },
  {
    name: 'piece twice',
    write: (text, at, random) => text.slice(0, at + 1 + random.below(LONGEST_PIECE)) + text.slice(at),
  },
];

/** What a body that was spoiled is like, by the name of the break. */
export const spoiledBy = (name: string) =>
  ({ verdict: 'reject', pointer: '', reason: NOT_JSON, classes: { '': name } }) as const;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Whether a text ends within a string, or its brackets do not come in pairs. */
function isUnbalanced(text: string): boolean {
  let [depth, isInString] = [0, false];
  for (let at = 0; at < text.length && depth >= 0; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isInString = !isInString;
    else if (isInString) at += code === BACKSLASH ? 1 : 0;
    else if (code === OBJECT || code === ARRAY) depth += 1;
    else if (code === OBJECT_END || code === ARRAY_END) depth -= 1;
  }
  return isInString || depth !== 0;
}

/** Whether a text is JSON (RFC 8259). */
export function isJson(text: string): boolean {
  // Of each text that it fails at, JSON.parse leaves behind what only a full collection of garbage takes away.
  if (isUnbalanced(text)) return false;
  const { stackTraceLimit } = Error;
  // Most are none, and of what is thrown then nobody reads the stack, which is half of what throwing takes.
  Error.stackTraceLimit = 0;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** So many breaks are tried: a text that is still JSON may be valid, or not. */
const MOST_TRIED = 8;

/** A break of the text of an object, and what becomes of it: never JSON. */
export function broken(text: string, random: Random): { readonly name: string; readonly text: string } {
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const { name, write } = random.pick(BREAKS);
    const spoiled = write(text, random.below(text.length), random);
    if (!isJson(spoiled)) return { name, text: spoiled };
  }
  return { name: 'cut off', text: text.slice(0, -1) };
}
