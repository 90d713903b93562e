import type { DocumentWarning } from '../report';

/** A warning about a place that touches something that has a name, as an operation or a part of one. */
export interface Touching {
  readonly where: string;
  readonly name: string;
  /** The warning, with the names of all that it touches. */
  readonly message: (names: string, count: number) => string;
}

/** So many names stand in one warning; of the others it tells how many there are. */
const MOST_NAMED = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  const last = shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} and ${last}`;
}

/** Returns warnings that are alike as one, with the names of what it touches. */
export function together(all: readonly Touching[]): DocumentWarning[] {
  const groups = new Map<string, Touching[]>();
  for (const one of all) {
    const key = JSON.stringify([one.where, one.message('', 1)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const names = [...new Set(group.map(({ name }) => name))];
    return group.slice(0, 1).map(({ where, message }) => ({ where, message: message(listed(names), names.length) }));
  });
}
