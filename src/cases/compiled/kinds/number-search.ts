import type { JsonValue } from '../../../contract';
import type { Searched } from '../compiled';
import type { Step } from '../search/cursor';
import { wholeNumberSteps } from '../search/whole-numbers';
import { unitOf } from './whole-limits';

/** How simple a number is: whole ones first, then by how many characters it takes, then by its size. */
const rank = (value: number): readonly number[] => [
  Number.isInteger(value) ? 0 : 1,
  String(Math.abs(value)).length,
  Math.abs(value),
  value < 0 ? 1 : 0,
];

/** Whether one number is simpler than another. */
function isSimplerNumber(left: number, right: number): boolean {
  const [first, second] = [rank(left), rank(right)];
  const index = first.findIndex((part, at) => part !== second[at]);
  return index >= 0 && (first[index] as number) < (second[index] as number);
}

/** Whole numbers near a fraction, and fractions of fewer digits. */
const roundings = (value: number): number[] => [
  Math.trunc(value),
  Math.trunc(value) + Math.sign(value),
  ...[1, 2, 3, 6, 9, 12].map((digits) => Number(value.toPrecision(digits))),
  ...[1, 10, 100, 1_000].map((tens) => Math.trunc(value * tens) / tens),
];

const numbersAmong = (values: readonly JsonValue[]): number[] =>
  values.filter((value) => typeof value === 'number' || typeof value === 'bigint').map(Number);

/** Numbers are made whole, then shorter; whole ones smaller. */
export function numberSearch(
  multipleOf: number | undefined,
  known: readonly JsonValue[],
  allows: (value: number) => boolean,
): Searched {
  const candidates = [0, 1, ...numbersAmong(known)].filter((value) => allows(value));
  const simplest = candidates.reduce((left, right) => (isSimplerNumber(right, left) ? right : left));
  const simpler = (value: number): number[] => {
    const fewer = roundings(value).filter((one) => allows(one) && isSimplerNumber(one, value) && one !== simplest);
    return [...new Set(fewer)]
      .map((one) => (one === 0 ? 0 : one))
      .sort((left, right) => (isSimplerNumber(left, right) ? -1 : 1));
  };
  const about = {
    simplest: BigInt(Math.trunc(simplest)),
    unit: unitOf(multipleOf),
    landmarks: candidates.filter(Number.isSafeInteger).map(BigInt),
    allows: (value: bigint) => allows(Number(value)),
  };
  return {
    simplest: () => simplest,
    steps: function* (value, from): Generator<Step> {
      const number = Number(value);
      if (Number.isSafeInteger(number) && Number.isInteger(simplest)) {
        for (const { value: found, next } of wholeNumberSteps(BigInt(number), about, from))
          yield { value: Number(found), next };
      } else for (const found of simpler(number)) yield { value: found, next: { stage: 0 } };
    },
  };
}
