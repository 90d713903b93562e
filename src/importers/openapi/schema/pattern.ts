import { type Place, placeAt } from '../place';
import type { Draft } from './draft';
import type { Reading } from './reading';

const isLegal = (source: string, flags: string): boolean => {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
};

/** A pattern that is legal only without the `u` flag is read without it; one that is not legal at all is not read. */
export function patternAdjusted(draft: Draft, place: Place, { notes }: Reading): void {
  const { pattern } = draft;
  if (typeof pattern !== 'string' || isLegal(pattern, 'u')) return;
  const at = placeAt(place, 'pattern') ?? place;
  if (isLegal(pattern, '')) {
    notes.warn(at, `the pattern ${pattern} is not legal with the u flag: it is read without it`);
    return;
  }
  notes.warn(at, `the pattern ${pattern} is no regular expression of ECMA-262: it is not judged`);
  delete draft['pattern'];
}
