import { HostileDocument } from '../hostile-document';
import { type Place, placeAt, placeName } from '../place';
import type { Draft } from './draft';
import { isHostile } from './hostile-pattern';
import type { Reading } from './reading';

const isLegal = (source: string, flags: string): boolean => {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
};

/**
 * What stands for something in other dialects (`\p{Alpha}` and `\Z` of Java, `\A` of Python, `[[:alpha:]]` of POSIX), and
 * without the `u` flag for those letters themselves.
 */
const OF_OTHER_DIALECTS = /\\[ACEGHLNPQRUVXYZaeghilmopqyz]|\[\[:\w+:\]/;

/** Texts that a pattern demands may be so long. */
const LONGEST_DEMANDED = 10_000;

/** How long the texts of a pattern are at least, roughly: counts of groups may lie in each other, any others do not. */
function demandedLength(pattern: string): number {
  const counts = [...pattern.matchAll(/(\)?)\{(\d+)/g)].map(([, group, count]) => ({
    isGroup: group !== '',
    count: Number(count),
  }));
  const inGroups = counts
    .filter(({ isGroup }) => isGroup)
    .reduce((product, { count }) => product * Math.max(count, 1), 1);
  return inGroups * Math.max(1, ...counts.filter(({ isGroup }) => !isGroup).map(({ count }) => count));
}

/** The flags that a pattern is read with, or why it is not judged. */
function readingOf(pattern: string): { readonly flags: string } | { readonly problem: string } {
  if (demandedLength(pattern) > LONGEST_DEMANDED) return { problem: 'demands texts that are too long to be made' };
  if (isLegal(pattern, 'u')) return { flags: 'u' };
  if (!isLegal(pattern, '')) return { problem: 'is no regular expression of ECMA-262' };
  const foreign = OF_OTHER_DIALECTS.exec(pattern)?.[0];
  return foreign === undefined ? { flags: '' } : { problem: `has ${foreign}, which ECMA-262 does not know` };
}

/** Each costs a second to find out: real documents have a few at most. */
const MOST_HOSTILE = 10;

/** @throws HostileDocument where it has too many of them to go on. */
function countHostile(pattern: string, place: Place, { hostilePatterns }: Reading['notes']): void {
  hostilePatterns.add(pattern);
  if (hostilePatterns.size <= MOST_HOSTILE) return;
  throw new HostileDocument(`more than ${MOST_HOSTILE} patterns can take a time without bound`, {
    where: placeName(place),
    next: `Mend them or take them out; one is ${pattern.slice(0, 80)}.`,
  });
}

/**
 * A pattern that is legal only without the `u` flag is read without it. One that is not legal at all, is of another
 * dialect, or takes a time without bound, is not judged.
 */
export function patternAdjusted(draft: Draft, place: Place, { notes }: Reading): void {
  const { pattern } = draft;
  if (typeof pattern !== 'string') return;
  const at = placeAt(place, 'pattern') ?? place;
  const reading = readingOf(pattern);
  if ('problem' in reading) {
    notes.warn(at, `the pattern ${pattern} ${reading.problem}: it is not judged`);
    delete draft['pattern'];
  } else if (isHostile(pattern, reading.flags)) {
    countHostile(pattern, at, notes);
    notes.warn(at, `the pattern ${pattern} can take a time without bound: it is not judged`);
    delete draft['pattern'];
  } else if (reading.flags === '')
    notes.warn(at, `the pattern ${pattern} is not legal with the u flag: it is read without it`);
}
