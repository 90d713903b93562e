import type { Cursor, Step } from './cursor';

const [FLIP, LANDMARK, HALVE] = [0, 1, 2];

const distance = (left: bigint, right: bigint): bigint => (left > right ? left - right : right - left);

const POWERS: readonly bigint[] = [
  ...Array.from({ length: 64 }, (_, exponent) => 2n ** BigInt(exponent)),
  ...Array.from({ length: 20 }, (_, exponent) => 10n ** BigInt(exponent)),
].flatMap((power) => [power - 1n, power, power + 1n]);

/** Where bugs begin: powers of two and ten and their neighbours, and the numbers of the case table. */
function landmarks(simplest: bigint, low: bigint, value: bigint, more: readonly bigint[]): bigint[] {
  const isUp = value > simplest;
  const between = (candidate: bigint): boolean =>
    candidate > simplest === isUp &&
    distance(candidate, simplest) > distance(low, simplest) &&
    distance(candidate, simplest) < distance(value, simplest);
  const all = new Set([...POWERS, ...POWERS.map((power) => -power), ...more]);
  return [...all]
    .filter(between)
    .sort((left, right) => (distance(left, simplest) < distance(right, simplest) ? -1 : 1));
}

/** What a search among whole numbers goes by. */
export interface WholeNumbers {
  readonly simplest: bigint;
  /** Only multiples are tried. */
  readonly unit: bigint;
  /** Numbers to try before others. */
  readonly landmarks: readonly bigint[];
  readonly allows: (value: bigint) => boolean;
}

/**
 * The number nearest to the simplest that does: first among landmarks, then by halving the distance between the
 * last that did not and the first that did.
 */
export function* wholeNumberSteps(value: bigint, about: WholeNumbers, from: Cursor): Generator<Step<bigint>> {
  const { simplest, unit, allows } = about;
  const mirrored = simplest + simplest - value;
  if (from.stage <= FLIP && value < simplest && allows(mirrored)) yield { value: mirrored, next: { stage: LANDMARK } };
  let low = BigInt(from.low ?? simplest);
  if (from.stage <= LANDMARK) {
    const known = landmarks(simplest, low, value, about.landmarks).filter((mark) => mark % unit === 0n && allows(mark));
    for (let first = -1; known.length - first > 1; ) {
      first = (first + known.length) >> 1;
      const mark = known[first] as bigint;
      yield { value: mark, next: { stage: LANDMARK, low } };
      low = mark;
    }
  }
  while (distance(value, low) > unit) {
    const middle = low + ((value - low) / unit / 2n) * unit;
    if (middle === low) return;
    if (allows(middle)) yield { value: middle, next: { stage: HALVE, low } };
    low = middle;
  }
}
