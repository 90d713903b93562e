/** How a text in PICT's format is written: PICT's options /d, /a, /n and /c. */
export interface PictSyntax {
  /** Between values, and between a name and its values where there is no colon; a comma where it is not given. */
  readonly valueSeparator?: string | undefined;
  /** Between the names of one value; `|` where it is not given. */
  readonly aliasSeparator?: string | undefined;
  /** Before an invalid value; `~` where it is not given. */
  readonly invalidPrefix?: string | undefined;
  /** Whether names and values are told apart by case. */
  readonly caseSensitive?: boolean | undefined;
}

/** A syntax with nothing left open. */
export interface Syntax {
  readonly valueSeparator: string;
  readonly aliasSeparator: string;
  readonly invalidPrefix: string;
  /** Texts that count as one have the same folding. */
  readonly fold: (text: string) => string;
}

/** The syntax with PICT's defaults for what it leaves open. */
export const syntaxOf = (given: PictSyntax = {}): Syntax => ({
  valueSeparator: given.valueSeparator ?? ',',
  aliasSeparator: given.aliasSeparator ?? '|',
  invalidPrefix: given.invalidPrefix ?? '~',
  fold: given.caseSensitive === true ? (text) => text : upper,
});

/** Text in capitals, character by character as C does it: `ß` has no capital of one character. */
export const upper = (text: string): string =>
  Array.from(text, (character) => {
    const capital = character.toUpperCase();
    return capital.length === character.length ? capital : character;
  }).join('');

const DECIMAL = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i;
const OTHER = /^\s*([-+]?)(?:(0x[\da-f]+)|(inf(?:inity)?)|(nan))/i;

/** The number that a text begins with and how long it is, as C's `strtod` reads it; `undefined` where it is none. */
export function leadingNumber(text: string): { readonly value: number; readonly length: number } | undefined {
  const [other = '', sign, hexadecimal, infinity] = OTHER.exec(text) ?? [];
  if (other !== '') {
    const size = hexadecimal === undefined ? (infinity === undefined ? Number.NaN : Infinity) : Number(hexadecimal);
    return { value: sign === '-' ? -size : size, length: other.length };
  }
  const decimal = DECIMAL.exec(text)?.[0];
  return decimal === undefined ? undefined : { value: Number(decimal), length: decimal.length };
}

/** The number that a whole text is, as PICT takes it; `undefined` where it is none. */
export function numberOf(text: string): number | undefined {
  const leading = leadingNumber(text);
  return leading?.length === text.length ? leading.value : undefined;
}
