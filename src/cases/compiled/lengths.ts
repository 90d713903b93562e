import type { Source } from './source';

/** How far beyond the shortest a length goes where nothing else is said. */
const REACH = 64;

/**
 * Lengths from `least` to `most`: short ones mostly, and now and then any up to the longest, the less often the longer.
 * @param far how far to go where there is no longest.
 */
export function lengthsBetween(least: number, most: number, far = REACH): (source: Source) => number {
  const end = Math.max(least, Math.min(most, least + Math.max(far, 1)));
  const longest = Number.isFinite(most) ? most : end;
  const near = Math.min(longest, least + 12) - least + 1;
  const all = longest - least + 1;
  if (all <= 13) return (source) => least + source.below(all);
  const isFar = longest > end;
  return (source) => {
    const kind = source.bits() & 127;
    if (kind < 100) return least + source.below(near);
    return kind < 127 || !isFar ? least + source.below(end - least + 1) : least + source.below(all);
  };
}
