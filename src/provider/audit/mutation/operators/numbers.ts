import type { JsonValue } from '../../../../contract';
import type { Random } from '../../../../random';
import type { ValueOperator } from '../operator';
import { httpMutator, jsonMutator, mothra } from '../publications';

/** Where programs break: the ends of 32 and 64 bits, and of what a double tells apart. */
const BOUNDARIES: readonly (number | bigint)[] = [
  2147483647,
  -2147483648,
  2147483648,
  9007199254740991,
  9223372036854775807n,
  -9223372036854775808n,
];

const FACTORS = [10, 1000] as const;

const isWhole = (value: number | bigint): boolean => typeof value === 'bigint' || Number.isSafeInteger(value);

/** A changed number; a whole one stays whole, and keeps each digit. */
const onNumber =
  (change: (value: bigint, random: Random) => bigint, ofFraction: (value: number, random: Random) => number) =>
  ({ value, random }: { readonly value: JsonValue; readonly random: Random }): JsonValue | undefined => {
    if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
    const changed = isWhole(value) ? plain(change(BigInt(value), random)) : ofFraction(Number(value), random);
    return changed === value ? undefined : changed;
  };

const plain = (value: bigint): number | bigint => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

const oneOf = (random: Random): bigint => (random.below(2) === 0 ? 1n : -1n);

function scaled(value: bigint, random: Random): bigint {
  const factor = BigInt(random.pick(FACTORS));
  return random.below(2) === 0 ? value * factor : value / factor;
}

/** Operators on numbers. */
export const NUMBERS: readonly ValueOperator[] = [
  {
    id: 'number-at-boundary',
    on: 'value',
    does: 'an end of 32 or 64 bits',
    follows: jsonMutator('LongReplacementOperator'),
    apply: onNumber(
      (_, random) => BigInt(random.pick(BOUNDARIES)),
      (_, random) => random.pick([Number.MAX_VALUE, Number.MIN_VALUE]),
    ),
    example: { before: 7, after: 2147483648 },
  },
  {
    id: 'number-off-by-one',
    on: 'value',
    does: 'one more or one less',
    follows: jsonMutator('LongMutationOperator'),
    apply: onNumber(
      (value, random) => value + oneOf(random),
      (value, random) => value + Number(oneOf(random)),
    ),
    example: { before: 7, after: 6 },
  },
  {
    id: 'number-sign',
    on: 'value',
    does: 'the other sign',
    follows: mothra('ABS'),
    apply: onNumber(
      (value) => -value,
      (value) => -value,
    ),
    example: { before: 7, after: -7 },
  },
  {
    id: 'number-zero',
    on: 'value',
    does: 'zero',
    follows: httpMutator('NPR'),
    apply: onNumber(
      () => 0n,
      () => 0,
    ),
    example: { before: 7, after: 0 },
  },
  {
    id: 'number-scaled',
    on: 'value',
    does: 'ten or a thousand times as much, or as little',
    follows: mothra('AOR'),
    apply: onNumber(scaled, (value, random) => value * random.pick(FACTORS)),
    example: { before: 7, after: 0 },
  },
];
