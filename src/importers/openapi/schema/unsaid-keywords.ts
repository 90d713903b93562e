import { isJsonObject } from '../../../contract';
import { digestAt } from '../digest';
import { type Place, placeAt } from '../place';
import type { Draft } from './draft';
import { KEYWORDS } from './keywords';
import type { Reading } from './reading';

/** Keywords that are only judged together with another one. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = { if: ['then', 'else'] };

/** Keywords that a contract says in part: where they are not in the draft, they were not said. */
const SOMETIMES = ['patternProperties', 'prefixItems', 'items', 'pattern', '$ref'];

const NEVER_SAID = KEYWORDS.filter(({ use, name }) => use === 'inexact' && name !== 'patternProperties').map(
  ({ name, isEmpty }) => ({ name, isEmpty }),
);

/** The keywords at a place that the schema made of it does not say. */
function unsaidAt(place: Place, draft: Draft): string[] {
  const said = NEVER_SAID.filter(({ name, isEmpty }) => {
    const inner = placeAt(place, name);
    return inner !== undefined && isEmpty?.(inner.value) !== true;
  }).flatMap(({ name }) => [name, ...(COMPANIONS[name] ?? [])]);
  const isInexact = draft['x-inexact'] !== undefined;
  const partly = SOMETIMES.filter((name) => placeAt(place, name) !== undefined && draft[name] === undefined);
  const tuple = isInexact && placeAt(place, 'prefixItems') !== undefined ? ['items'] : [];
  return [...new Set([...said, ...(isInexact ? [...partly, ...tuple] : partly.filter((name) => name === 'pattern'))])];
}

/** Adds to a schema which keywords it does not say, each with a digest of what it holds. */
export function unsaidKeywords(draft: Draft, place: Place, { library }: Reading): void {
  if (!isJsonObject(place.value)) return;
  const told = unsaidAt(place, draft).flatMap((name) => {
    const inner = placeAt(place, name);
    return inner === undefined ? [] : [`${name} ${digestAt(inner, library)}`];
  });
  if (told.length > 0) draft['x-unsaid'] = told.join(', ');
}
