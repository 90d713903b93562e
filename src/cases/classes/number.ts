import { type JsonValue, type NumberSchema, RawJson } from '../../contract';
import { highest, limitRows, lowest, numberExample, numberRow, spelled } from './numeric';
import { acceptSpelling, either, type KindClasses, type Making, reject, withTypical } from './row';
import { wrapped, wrongTypes } from './wrong-types';

function* candidates(schema: NumberSchema, n: number): Generator<number> {
  const unit = schema.multipleOf ?? 1;
  const [low, high] = [lowest(schema), highest(schema)];
  yield 12.5 + n;
  yield (1 + n) * unit;
  if (low !== undefined && high !== undefined) yield low + (high - low) / (2 + n);
  if (low !== undefined) yield (Math.ceil(low / unit) + 1 + n) * unit;
  if (low !== undefined) yield low + n / 8;
  if (high !== undefined) yield (Math.floor(high / unit) - 1 - n) * unit;
  if (high !== undefined) yield high - n / 8;
  if (n > 0) yield* candidates(schema, 0);
}

function typicalNumber(schema: NumberSchema, make: Making, n: number): JsonValue | undefined {
  const example = numberExample(schema, make, n);
  if (example !== undefined) return example;
  for (const value of candidates(schema, n)) if (make.allows(schema, value)) return value;
  return undefined;
}

/** Classes of numbers: limits, precision, and other spellings. */
export const numberClasses: KindClasses<NumberSchema> = {
  typical: typicalNumber,
  rows: (schema, make) => {
    const plain = [0, 1, 2].flatMap((n) => typicalNumber(schema, make, n) ?? []);
    const first = plain[0];
    return withTypical(
      [...new Set(plain)],
      [
        numberRow('zero', 0),
        numberRow('minus one', -1),
        numberRow('a fraction', 0.1),
        numberRow('2^53 - 1', Number.MAX_SAFE_INTEGER),
        numberRow('very small', 5e-324),
        numberRow('very large', Number.MAX_VALUE),
        ...limitRows(schema, 0.5),
        acceptSpelling(
          'exponent and trailing zero',
          spelled(['1.50e1', '1E+1', '2.0']).filter((value) => make.allows(schema, value)),
        ),
        either('minus zero', spelled(['-0', '-0.0']), 'RFC 8259 allows -0, not every number type keeps it'),
        either(
          'more digits than a double',
          [new RawJson('0.1000000000000000055511151231257827'), 2n ** 53n + 1n],
          'RFC 8259, section 6: precision beyond a double is up to the receiver',
        ),
        either(
          'beyond a double',
          [new RawJson('1e999')],
          'RFC 8259, section 6: range beyond a double is up to the receiver',
        ),
        ...wrongTypes('a number', 'number'),
        ...(first === undefined ? [] : [reject('as text', [String(first)], 'it is text, not a number')]),
        ...wrapped(first, 'a number'),
      ],
    );
  },
};
