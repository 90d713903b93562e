import type { Levels } from './compose';
import type { Draft } from './draft';

const isWithin = (pointer: string, outer: string): boolean => pointer === outer || pointer.startsWith(`${outer}/`);

/** The lists that a site lies in: of those with equal items, each item would be spoilt. */
const listsAround = (pointer: string): string[] =>
  [...pointer.matchAll(/\/\[\](?=\/|$)/g)].map(({ index }) => pointer.slice(0, index));

/** A draft in the company of other levels; what the draft itself says goes before. */
export function planted(draft: Draft, levels: Levels, classes: Readonly<Record<string, string>>): Draft {
  const places = [...draft.levels.keys()];
  const lists = new Set(places.flatMap(listsAround));
  const isFree = ([pointer]: readonly [string, unknown]): boolean =>
    !lists.has(pointer) && !places.some((place) => isWithin(pointer, place));
  return {
    ...draft,
    levels: new Map([...[...levels].filter(isFree), ...draft.levels]),
    classes: { ...Object.fromEntries(Object.entries(classes).filter(isFree)), ...draft.classes },
  };
}
