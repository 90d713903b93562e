import { type Meaning, meaningOf, type Schema } from '../../../contract';
import { isNumber, isText, type SiteMistake, valueMistake } from '../site-mistake';

const MOMENTS = new Set<Meaning | undefined>(['instant', 'date', 'time']);

const isProse = (schema: Schema): boolean => schema.kind === 'string' && !MOMENTS.has(meaningOf(schema));
const isInteger = (schema: Schema): boolean => schema.kind === 'integer';
const isNumeric = (schema: Schema): boolean => schema.kind === 'integer' || schema.kind === 'number';
const isEnum = (schema: Schema): boolean => schema.kind === 'enum' && schema.values.length > 1;
const isFlag = (schema: Schema): boolean => schema.kind === 'boolean';

const text = (name: string, says: string, change: (value: string) => string): SiteMistake =>
  valueMistake(name, says, isProse, isText, change);

const INT32 = 2 ** 31 - 1;
const SAFE = 2n ** 53n;

const saturated = (value: number | bigint): number | bigint =>
  value > INT32 ? INT32 : value < -INT32 ? -INT32 : value;

/** Mistakes about texts, numbers, flags and enums. */
export const LEAF_MISTAKES: readonly SiteMistake[] = [
  text('trims', 'cuts white space off a text', (value) => value.trim()),
  text('normalises-unicode', 'normalises a text', (value) => value.normalize('NFC')),
  text('cuts-long-texts', 'cuts a text at 64 characters', (value) => Array.from(value).slice(0, 64).join('')),
  text('loses-beyond-ascii', 'puts ? for what is not ASCII', (value) => value.replace(/[^\p{ASCII}]/gu, '?')),
  text('loses-beyond-the-bmp', 'puts ? for characters of two units', (value) =>
    value.replace(/[\u{10000}-\u{10ffff}]/gu, '?'),
  ),
  valueMistake(
    'lowers-case',
    'puts a text into lower case',
    (schema) => isProse(schema) && meaningOf(schema) !== 'id',
    isText,
    (value) => value.toLowerCase(),
  ),
  text('ends-at-nul', 'ends a text at a NUL character', (value) => value.split('\0')[0] as string),
  valueMistake('rounds-integers', 'holds an int64 as a double', isInteger, isNumber, (value) =>
    typeof value === 'bigint' ? Number(value) : value,
  ),
  valueMistake('saturates-integers', 'holds an int64 as an int32', isInteger, isNumber, saturated),
  valueMistake(
    'saturates-at-53-bits',
    'takes the largest safe integer for larger ones',
    isInteger,
    isNumber,
    (value) => (typeof value === 'bigint' && value > SAFE ? SAFE - 1n : value),
  ),
  valueMistake('loses-signs', 'loses the sign of a number', isNumeric, isNumber, (value) =>
    value < 0 ? -value : value,
  ),
  valueMistake(
    'rounds-to-float32',
    'holds a number as a float',
    (schema) => schema.kind === 'number',
    isNumber,
    (value) => Math.fround(Number(value)),
  ),
  valueMistake(
    'is-always-true',
    'takes a flag for true',
    isFlag,
    (value): value is boolean => value === false,
    () => true,
  ),
  {
    name: 'mistakes-one-enum-value',
    says: 'takes the last value of an enum for the first one',
    plant: ({ pointer, schema }) => {
      if (!isEnum(schema) || schema.kind !== 'enum') return undefined;
      const last = schema.values.at(-1);
      return { at: pointer, change: (value) => (value === last ? schema.values[0] : value) };
    },
  },
];
