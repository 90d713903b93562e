import { INTEGER_FORMATS, type IntegerSchema, type JsonValue, RawJson } from '../../contract';
import { highest, integer, limitRows, lowest, numberExample, numberRow, spelled } from './numeric';
import { either, type KindClasses, type Making, type Row, reject, withTypical } from './row';
import { wrapped, wrongTypes } from './wrong-types';

const power = (exponent: bigint): bigint => 2n ** exponent;

/** Where 32 bits and where doubles end. */
const LANDMARKS: readonly (readonly [string, bigint])[] = [
  ['zero', 0n],
  ['minus one', -1n],
  ['2^31 - 1', power(31n) - 1n],
  ['2^31', power(31n)],
  ['-2^31 - 1', -power(31n) - 1n],
  ['2^53 - 1', power(53n) - 1n],
];

/** What a double cannot hold, or not tell apart. */
const BEYOND_DOUBLES: readonly (readonly [string, bigint])[] = [
  ['2^53', power(53n)],
  ['2^53 + 1', power(53n) + 1n],
  ['2^63 - 1', power(63n) - 1n],
  ['-2^63', -power(63n)],
];

const BEYOND_INT64 = 'it is beyond a 64-bit integer';
const NO_FORMAT =
  'the document gives no size for the integer, and RFC 8259, section 6, calls only ±(2^53 - 1) interoperable';

/** Plain values to try, the first allowed ones count: a time in milliseconds, then small numbers. */
function* candidates(schema: IntegerSchema, n: number): Generator<number> {
  const unit = schema.multipleOf ?? 1;
  const [low, high] = [lowest(schema), highest(schema)];
  if (schema.format === 'int64') yield 1_680_674_828_000 + n * 60_000;
  yield 42 + n;
  yield (1 + n) * unit;
  if (low !== undefined) yield (Math.ceil(low / unit) + 1 + n) * unit;
  if (low !== undefined) yield (Math.ceil(low / unit) + n) * unit;
  if (high !== undefined) yield (Math.floor(high / unit) - n) * unit;
  if (n > 0) yield* candidates(schema, 0);
}

function typicalInteger(schema: IntegerSchema, make: Making, n: number): JsonValue | undefined {
  const example = numberExample(schema, make, n);
  if (example !== undefined) return example;
  for (const value of candidates(schema, n)) if (make.allows(schema, value)) return value;
  return undefined;
}

function sizeRows(schema: IntegerSchema): Row[] {
  const bounds = schema.format === undefined ? undefined : INTEGER_FORMATS.get(schema.format);
  if (bounds === undefined) return BEYOND_DOUBLES.map(([name, value]) => either(name, [integer(value)], NO_FORMAT));
  const { description, minimum, maximum } = bounds;
  return [
    ...BEYOND_DOUBLES.map(([name, value]) => numberRow(name, integer(value))),
    reject(`beyond ${bounds.name}`, [maximum + 1n, minimum - 1n].map(integer), `it is beyond ${description}`),
    reject('far beyond', [new RawJson('1e30'), new RawJson('9'.repeat(40)), new RawJson('1e999')], BEYOND_INT64),
  ];
}

/** Classes of whole numbers: limits, those of int32, double and int64, and other spellings. */
export const integerClasses: KindClasses<IntegerSchema> = {
  typical: typicalInteger,
  rows: (schema, make) => {
    const plain = [0, 1, 2].flatMap((n) => typicalInteger(schema, make, n) ?? []);
    const first = plain[0];
    return withTypical(
      [...new Set(plain)],
      [
        ...LANDMARKS.map(([name, value]) => numberRow(name, integer(value))),
        ...sizeRows(schema),
        ...limitRows(schema, 1),
        reject('with a fraction', [1.5, -0.5, 0.1], 'it has a fraction'),
        either(
          'integer written as a number',
          typeof first === 'number' ? spelled([`${first}.0`, `${first}e0`]) : [],
          'JSON Schema calls 1.0 an integer, many parsers of integers do not',
        ),
        either('minus zero', spelled(['-0']), 'RFC 8259 allows -0, integers have no such value'),
        ...wrongTypes('an integer', 'number'),
        ...(first === undefined ? [] : [reject('as text', [String(first)], 'it is text, not an integer')]),
        ...wrapped(first, 'an integer'),
      ],
    );
  },
};
