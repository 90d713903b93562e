import type { IntegerFormat, NumericLimits } from '../../../contract';

const ceiling = (value: number): bigint => BigInt(Math.ceil(value));
const floor = (value: number): bigint => BigInt(Math.floor(value));
const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right);
const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/** What every double holds: the range where neither the schema nor its format gives one. */
export const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** How many numbers are drawn from where a limit lies beyond that range. */
const BEYOND = 1_000n;

interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** The lowest and the highest whole number that the limits allow, both inclusive. Empty where `low` is above `high`. */
export function wholeLimits(schema: NumericLimits, format: IntegerFormat | undefined): Range {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const lows = [
    ...(minimum === undefined ? [] : [ceiling(minimum)]),
    ...(exclusiveMinimum === undefined ? [] : [floor(exclusiveMinimum) + 1n]),
  ];
  const highs = [
    ...(maximum === undefined ? [] : [floor(maximum)]),
    ...(exclusiveMaximum === undefined ? [] : [ceiling(exclusiveMaximum) - 1n]),
  ];
  const low = lows.reduce(larger, format?.minimum ?? -SAFE);
  const high = highs.reduce(smaller, format?.maximum ?? SAFE);
  if (low <= high || format !== undefined) return { low, high };
  return lows.length > 0 ? { low, high: highs.reduce(smaller, low + BEYOND) } : { low: high - BEYOND, high };
}

/** The smallest whole number of which all whole multiples are multiples of `multipleOf`: 5 of 2.5, and 1 of 0.1. */
export function unitOf(multipleOf: number | undefined): bigint {
  if (multipleOf === undefined) return 1n;
  const [mantissa = '1', exponent = '0'] = String(multipleOf).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const tens = Number(exponent) - fraction.length;
  if (tens >= 0) return digits * 10n ** BigInt(tens);
  return digits / commonDivisor(digits, 10n ** BigInt(-tens));
}

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonDivisor(right, left % right);
}
