import type { JsonValue, StringSchema } from '../../contract';
import { codePoints, stretch } from '../texts';
import { accept, type Making, type Row, reject } from './row';

/** The longest text that is made to reach or pass a limit, in code points. */
const LONGEST_MADE = 70_000;
/** The same where a pattern is tried on it, which may take the square of its length. */
const LONGEST_TRIED = 5_000;

const ofLength =
  (length: number) =>
  (value: JsonValue): boolean =>
    typeof value === 'string' && codePoints(value) === length;

/** A text of exactly this length near one of those given; none where that cannot be found. */
function sized(from: Iterable<string>, length: number, allows: (text: string) => boolean, most: number): string[] {
  if (length < 0 || length > most) return [];
  for (const text of from) {
    const made = stretch(text === '' ? 'a' : text, length, allows);
    if (made !== undefined) return [made];
  }
  return [];
}

/** At and beyond the limits of length. The texts are asked for only as far as they are needed. */
export function lengthRows(schema: StringSchema, make: Making, texts: Iterable<string>): Row[] {
  const { minLength = 0, maxLength, pattern } = schema;
  const most = pattern === undefined ? LONGEST_MADE : LONGEST_TRIED;
  const allows = (text: string): boolean => make.allows(schema, text);
  const fitsPattern = (text: string): boolean =>
    make.allows({ kind: 'string', ...(pattern === undefined ? {} : { pattern }) }, text);
  const minimum =
    minLength > 1 ? [accept('at the minimum', sized(texts, minLength, allows, most), ofLength(minLength))] : [];
  const under =
    minLength > 0
      ? [
          reject(
            'one under the minimum',
            sized(texts, minLength - 1, fitsPattern, most),
            `it is shorter than ${minLength}`,
          ),
        ]
      : [];
  if (maxLength === undefined) return [...minimum, ...under];
  const isAstral = (value: JsonValue): boolean =>
    ofLength(maxLength)(value) && typeof value === 'string' && value.length > maxLength;
  return [
    ...minimum,
    ...under,
    accept(
      'at the maximum',
      sized(texts, maxLength, allows, most),
      (value) => ofLength(maxLength)(value) && !isAstral(value),
    ),
    accept('at the maximum, astral', maxLength > most ? [] : ['😀'.repeat(maxLength)], isAstral),
    reject('one over the maximum', sized(texts, maxLength + 1, fitsPattern, most), `it is longer than ${maxLength}`),
  ];
}

/** Beyond the pattern, within the length where that can be. */
export function patternRows(schema: StringSchema, make: Making, typical: string): Row[] {
  const { pattern, format: _, ...rest } = schema;
  if (pattern === undefined) return [];
  const { pattern: __, ...lengthAlone } = rest as StringSchema;
  const candidates = [
    `${typical}\n`,
    typical.toUpperCase(),
    `${typical.slice(0, -1)}!`,
    'ä'.repeat(typical.length),
    `${typical} `,
    `${typical.slice(0, -1)} `,
    '!'.repeat(typical.length),
    'not of the pattern',
  ];
  const broken = [...new Set(candidates)].filter(
    (text) => make.allows(lengthAlone, text) && !make.allows(schema, text),
  );
  return [reject('against the pattern', broken.slice(0, 4), `it does not match ${pattern}`)];
}
