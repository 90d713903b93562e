import type { Source } from '../source';

/** The most members that are drawn where there is no limit: the case table calls it a hundred. */
const MANY = 100;
/** No more than so many members, whatever the limit. */
const MOST = 1_000;

/**
 * How many members an array or a map has: none, one, a few, and once in a while as many as may be. Where the source
 * has not enough left, the fewest.
 */
export function sizesBetween(least: number, most: number): (source: Source) => number {
  const longest = Math.max(least, Math.min(Number.isFinite(most) ? most : MANY, MOST));
  const some = Math.min(longest, least + 8) - least + 1;
  const few = Math.min(longest, least + 3) - least + 1;
  const one = Math.min(longest, Math.max(least, 1));
  return (source) => {
    if (source.isSpent()) return least;
    const kind = source.bits() & 255;
    if (kind < 40) return least;
    if (kind < 88) return one;
    if (kind < 212) return least + source.below(few);
    if (kind < 254 || longest > source.left()) return least + source.below(some);
    return kind === 255 ? longest : least + source.below(longest - least + 1);
  };
}
