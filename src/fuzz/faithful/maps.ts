import { types } from 'node:util';
import { isJsonObject, type JsonValue } from '../../contract';
import type { Comparer } from './comparer';
import { type Compare, type Difference, differs, joined } from './difference';
import { entriesOf, hasMembers } from './members';

/** Compares objects whose names are data: each is there, and no others. */
export function maps(value: Comparer): Comparer {
  const compare: Compare = (wire, got) => {
    if (!isJsonObject(wire) || !hasMembers(got)) return differs('wrong-value', wire, got);
    const held = new Map(entriesOf(got));
    let found: Difference[] | undefined;
    for (const name of Object.keys(wire)) {
      const inner = held.has(name)
        ? value.compare(wire[name] as JsonValue, held.get(name))
        : differs('lost-field', wire[name], undefined);
      found = joined(found, inner, name);
      held.delete(name);
    }
    for (const [name, extra] of held)
      if (extra !== undefined) found = joined(found, differs('invented-field', undefined, extra), name);
    return found;
  };
  const expecting: Comparer['expecting'] = (wire) => {
    const members = new Map(
      isJsonObject(wire) ? Object.entries(wire).map(([name, inner]) => [name, value.expecting(inner)]) : [],
    );
    const isSame = (got: unknown): boolean => {
      if (!hasMembers(got) || types.isMap(got)) return false;
      const names = Object.keys(got);
      return (
        names.length === members.size &&
        names.every((name) => members.get(name)?.((got as Readonly<Record<string, unknown>>)[name]))
      );
    };
    return (got) => (isJsonObject(wire) && isSame(got)) || compare(wire, got) === undefined;
  };
  return { compare, expecting };
}
