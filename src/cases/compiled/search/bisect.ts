import type { Cursor, Range, Step } from './cursor';

/** All units, as one range to try. */
export const allUnits = (count: number, isNeeded = false): readonly Range[] => [
  { from: 0, to: count, isNeeded, isFirst: false },
];

function halves({ from, to }: Range): Range[] {
  const middle = from + Math.ceil((to - from) / 2);
  return [
    { from: middle, to, isNeeded: false, isFirst: false },
    { from, to: middle, isNeeded: false, isFirst: true },
  ];
}

/** What is left to try once a range is gone: later ranges move up. */
function without(range: Range, left: readonly Range[]): Range[] {
  const size = range.to - range.from;
  return left.map((other, index) => {
    const isSibling = range.isFirst && index === left.length - 1;
    const moved = other.from >= range.to ? { ...other, from: other.from - size, to: other.to - size } : other;
    return isSibling ? { ...moved, isNeeded: true } : moved;
  });
}

/**
 * Does away with as many units as can be: all at once, else by halves of what is needed. Of n units of which one
 * is needed that takes about log2(n) tries.
 * @param away the value without the units of a range; `undefined` where there is no such value.
 * @param smallest ranges of fewer units are not tried.
 */
export function* bisect<T>(
  ranges: readonly Range[],
  away: (from: number, to: number) => T | undefined,
  stage: number,
  smallest = 1,
): Generator<Step<T>> {
  const pending = [...ranges];
  for (let range = pending.pop(); range !== undefined; range = pending.pop()) {
    const size = range.to - range.from;
    if (size <= 0) continue;
    const value = range.isNeeded ? undefined : away(range.from, range.to);
    if (value !== undefined) yield { value, next: { stage, ranges: without(range, pending) } satisfies Cursor };
    if (size > 1 && size / 2 >= smallest) pending.push(...halves(range));
  }
}
