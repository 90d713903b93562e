import type { JsonValue, StringSchema } from '../../contract';
import { codePoints, stretch } from '../texts';
import { accept, type Making, type Row, reject } from './row';

/** The longest text that is made to reach or pass a limit, in code points. */
const LONGEST_MADE = 70_000;

const ofLength =
  (length: number) =>
  (value: JsonValue): boolean =>
    typeof value === 'string' && codePoints(value) === length;

/** A text of a length, and where a pattern has none such, any text of that length. */
const sized = (from: string, length: number, allows: (text: string) => boolean): string[] => {
  if (length < 0 || length > LONGEST_MADE) return [];
  const made = stretch(from === '' ? 'a' : from, length, allows);
  return made === undefined ? [] : [made];
};

/** At and beyond the limits of length. */
export function lengthRows(schema: StringSchema, make: Making, typical: string): Row[] {
  const { minLength = 0, maxLength, pattern } = schema;
  const allows = (text: string): boolean => make.allows(schema, text);
  const fitsPattern = (text: string): boolean =>
    make.allows({ kind: 'string', ...(pattern === undefined ? {} : { pattern }) }, text);
  const minimum =
    minLength > 1 ? [accept('at the minimum', sized(typical, minLength, allows), ofLength(minLength))] : [];
  const under =
    minLength > 0
      ? [reject('one under the minimum', sized(typical, minLength - 1, fitsPattern), `it is shorter than ${minLength}`)]
      : [];
  if (maxLength === undefined) return [...minimum, ...under];
  const isAstral = (value: JsonValue): boolean =>
    ofLength(maxLength)(value) && typeof value === 'string' && value.length > maxLength;
  return [
    ...minimum,
    ...under,
    accept(
      'at the maximum',
      sized(typical, maxLength, allows),
      (value) => ofLength(maxLength)(value) && !isAstral(value),
    ),
    accept('at the maximum, astral', maxLength > LONGEST_MADE ? [] : ['😀'.repeat(maxLength)], isAstral),
    reject('one over the maximum', sized(typical, maxLength + 1, fitsPattern), `it is longer than ${maxLength}`),
  ];
}

/** Beyond the pattern, within the length where that can be. */
export function patternRows(schema: StringSchema, make: Making, typical: string): Row[] {
  const { pattern, format: _, ...rest } = schema;
  if (pattern === undefined) return [];
  const { pattern: __, ...lengthAlone } = rest as StringSchema;
  const candidates = [
    `${typical}\n`,
    `${typical} `,
    typical.toUpperCase(),
    `${typical.slice(0, -1)}!`,
    `${typical.slice(0, -1)} `,
    '!'.repeat(typical.length),
    'ä'.repeat(typical.length),
    'not of the pattern',
  ];
  const broken = [...new Set(candidates)].filter(
    (text) => make.allows(lengthAlone, text) && !make.allows(schema, text),
  );
  return [reject('against the pattern', broken.slice(0, 4), `it does not match ${pattern}`)];
}
