import { type Schema, schemasIn } from '../../contract';
import type { Notes } from './notes';
import type { Place } from './place';

/** Names what only came out in merging: that a schema within one is inexact, for no keyword that was named at its place. */
export function noteUnsaid(schema: Schema, place: Place, scope: string, notes: Notes): void {
  const named = new Set([...notes.unsupported.values()].flat().map(({ message }) => message));
  let outer: string | undefined;
  for (const { pointer, schema: inner } of schemasIn(schema)) {
    const isWithin = outer !== undefined && pointer.startsWith(`${outer}/`);
    if (inner.inexact === undefined || named.has(inner.inexact) || isWithin) continue;
    outer = pointer;
    notes.refuse(place, scope, pointer === '' ? inner.inexact : `${inner.inexact} (of ${pointer})`);
  }
}
