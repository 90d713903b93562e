import { INTEGER_FORMATS, type IntegerSchema, isMultiple, type NumberSchema } from '../../contract';
import { literal } from '../problem';
import { type Judge, judgeOf } from './judge';

interface Limit {
  readonly holds: (value: number | bigint) => boolean;
  readonly expected: string;
}

/** JavaScript compares a bigint with a double exactly. */
function limitsOf(schema: IntegerSchema | NumberSchema): Limit[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const limit = <T>(
    bound: T | undefined,
    words: string,
    holds: (value: number | bigint, bound: T) => boolean,
  ): Limit[] => (bound === undefined ? [] : [{ expected: `${words} ${bound}`, holds: (value) => holds(value, bound) }]);
  const format = schema.kind === 'integer' ? INTEGER_FORMATS.get(schema.format ?? '') : undefined;
  return [
    ...limit(minimum, 'at least', (value, bound) => value >= bound),
    ...limit(maximum, 'at most', (value, bound) => value <= bound),
    ...limit(exclusiveMinimum, 'more than', (value, bound) => value > bound),
    ...limit(exclusiveMaximum, 'less than', (value, bound) => value < bound),
    ...limit(multipleOf, 'a multiple of', isMultiple),
    ...(format === undefined
      ? []
      : [
          {
            expected: `${format.description}: from ${format.minimum} to ${format.maximum}`,
            holds: (value: number | bigint) => value >= format.minimum && value <= format.maximum,
          },
        ]),
  ];
}

/** The bounds of a number, on all its digits; `undefined` where there are none. */
export function limitsJudge(schema: IntegerSchema | NumberSchema): Judge | undefined {
  const limits = limitsOf(schema);
  if (limits.length === 0) return undefined;
  return judgeOf(({ value, pointer }) => {
    if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
    const broken = limits.find((limit) => !limit.holds(value));
    if (broken === undefined) return undefined;
    const { expected } = broken;
    const actual = literal(value);
    const { description } = schema;
    return {
      check: 'limit',
      pointer,
      sentence: `is ${actual}, which is not ${expected}`,
      expected,
      actual,
      description,
    };
  });
}
