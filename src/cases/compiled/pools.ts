import { ORDINARY, Source } from './source';

/** How many characters a pool has. */
const POOL = 2_048;
/** From here on a text is cut in two places, so that identifiers differ. */
const LONG = 16;
/** What pools are filled with: always the same. */
const POOL_SEED = 0x5eed;

const points = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

/** Characters of which a text may consist, by where they come from. */
export const CANDIDATES = {
  ascii: points(0, 0x7f),
  /**
   * Of the Basic Multilingual Plane, some of each script, and marks that parsers trip over. U+FFFD is not among them:
   * who reads a text that was decoded before takes it for bytes that were not UTF-8, and is right to refuse it.
   */
  narrow: [
    ...points(0x80, 0x17f),
    ...points(0x300, 0x30f),
    ...points(0x391, 0x3a9),
    ...points(0x430, 0x44f),
    ...points(0x5d0, 0x5ea),
    ...points(0x627, 0x63a),
    ...points(0x915, 0x930),
    ...points(0x3042, 0x3060),
    ...points(0x4e00, 0x4e20),
    ...points(0xac00, 0xac10),
    ...points(0x200b, 0x200f),
    ...points(0x2028, 0x202f),
    ...points(0xfe00, 0xfe0f),
    '\ufeff',
    '\uffff',
  ],
  /** Beyond it: two UTF-16 units each. */
  wide: [
    ...points(0x1d400, 0x1d410),
    ...points(0x1f600, 0x1f640),
    ...points(0x20000, 0x20010),
    ...points(0x2f800, 0x2f810),
    ...points(0xe0100, 0xe0104),
    ...points(0x10fff0, 0x10fffd),
  ],
} as const;

/** Random characters in a row, that texts are cut from: a cut costs next to nothing, whatever its length. */
export interface Pool {
  /** Whether no character needs an escape in JSON. */
  readonly isPlain: boolean;
  /** A text of `length` characters. */
  readonly cut: (source: Source, length: number) => string;
}

const needsEscape = (text: string): boolean => JSON.stringify(text).length !== text.length + 2;

const filled = (members: readonly string[]): string => {
  const source = new Source().begin(POOL_SEED, members.length, ORDINARY);
  return Array.from({ length: POOL }, () => members[source.below(members.length)]).join('');
};

/** A pool of characters that all have as many UTF-16 units. */
function evenPool(members: readonly string[], units: number): Pool {
  let text: string | undefined;
  const piece = (source: Source, length: number): string => {
    text ??= filled(members);
    const from = source.below(POOL - length + 1) * units;
    return text.slice(from, from + length * units);
  };
  const halves = (source: Source, length: number): string => {
    const half = length >> 1;
    return piece(source, half) + piece(source, length - half);
  };
  return {
    isPlain: !members.some(needsEscape),
    cut: (source, length) => {
      if (length < LONG) return piece(source, length);
      if (length <= POOL) return halves(source, length);
      let made = '';
      for (let left = length; left > 0; left -= POOL) made += piece(source, Math.min(left, POOL));
      return made;
    },
  };
}

/** Of characters of one and of two units: the first part of a text of the one, the rest of the other. */
function mixedPool(narrow: Pool, wide: Pool): Pool {
  return {
    isPlain: narrow.isPlain && wide.isPlain,
    cut: (source, length) => {
      const border = source.below(length + 1);
      return narrow.cut(source, border) + wide.cut(source, length - border);
    },
  };
}

const pools = new Map<string, Pool>();

/** A pool of these characters, the same one for the same characters; filled when it is first drawn from. */
export function fillPool(members: readonly string[]): Pool {
  const characters = members.join('');
  const pool = pools.get(characters) ?? newPool(members);
  pools.set(characters, pool);
  return pool;
}

function newPool(members: readonly string[]): Pool {
  const narrow = members.filter((point) => point.length === 1);
  const wide = members.filter((point) => point.length === 2);
  if (wide.length === 0) return evenPool(narrow, 1);
  return narrow.length === 0 ? evenPool(wide, 2) : mixedPool(evenPool(narrow, 1), evenPool(wide, 2));
}
