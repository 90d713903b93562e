import type { Source } from '../source';

/** The most members that are drawn where there is no limit: the case table calls it a hundred. */
const MANY = 100;
/** No more than so many members, whatever the limit. */
const MOST = 1_000;

/**
 * How many members an array or a map has: none, one, some, as many as may be, and once in a while a hundred.
 * Where the source has not enough left, the fewest.
 */
export function sizesBetween(least: number, most: number): (source: Source) => number {
  const longest = Math.max(least, Math.min(most, MOST));
  const some = Math.min(longest, least + 8) - least + 1;
  const many = Math.min(longest, Math.max(MANY, least));
  const few = Math.min(longest, least + 3) - least + 1;
  return (source) => {
    if (source.isSpent()) return least;
    const kind = source.next() & 255;
    if (kind < 40) return least;
    if (kind < 88) return Math.min(longest, Math.max(least, 1));
    if (kind < 208) return least + source.below(few);
    if (kind < 252 || longest > source.left()) return least + source.below(some);
    return kind === 255 ? longest : least + source.below(many - least + 1);
  };
}
