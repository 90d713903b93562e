import type { Targets } from '../targets';
import { byBlock } from './demand';
import type { Masks } from './masks';

/** What a tuple leaves each column is looked at so many times at most, and kept for so many. */
const MOST_WORK = 10_000_000;
const MOST_KEPT = 1_000_000;

/** How many bits of a mask are set: by pairs, then by fours, then all eight sums of four added up. */
function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * How many of these tuples were found of which no two can stand in one row: no array has fewer rows. Those are tried
 * first that leave the other columns least.
 */
export function cliqueBound(targets: Targets, masks: Masks, tuples: readonly number[]): number {
  const count = masks.columns.length;
  if (tuples.length * count > MOST_KEPT) return 0;
  const left = new Int32Array(tuples.length * count).fill(-1);
  const freedom = new Float64Array(tuples.length);
  for (const { block, from, to } of byBlock(targets, tuples)) {
    for (let at = from; at < to; at++) {
      const own = left.subarray(at * count, (at + 1) * count);
      narrow(targets, masks, tuples[at] as number, block, own);
      freedom[at] = own.reduce((sum, mask) => sum + bits(mask), 0);
    }
  }
  const order = tuples.map((_, at) => at).sort((one, other) => (freedom[one] ?? 0) - (freedom[other] ?? 0));
  return apart(order, left, count);
}

/** Leaves each column the symbols that can stand with a tuple. */
function narrow(targets: Targets, masks: Masks, tuple: number, block: number, own: Int32Array): void {
  for (let place = targets.first[block] as number; place < (targets.first[block + 1] as number); place++) {
    const symbol = masks.symbol(targets.columnOf[place] as number, targets.symbolAt(tuple, block, place));
    for (let column = 0; column < own.length; column++)
      own[column] = (own[column] as number) & masks.beside(symbol, column);
  }
}

/** Takes one after another that stands with none of those before; gives how many. */
function apart(order: readonly number[], left: Int32Array, count: number): number {
  const taken: number[] = [];
  let work = 0;
  const meet = (one: number, other: number): boolean => {
    for (let column = 0; column < count; column++) {
      if (((left[one * count + column] as number) & (left[other * count + column] as number)) !== 0) continue;
      work += column;
      return false;
    }
    work += count;
    return true;
  };
  for (const one of order) {
    if (work > MOST_WORK) break;
    if (!taken.some((other) => meet(one, other))) taken.push(one);
  }
  return taken.length;
}
