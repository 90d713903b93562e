import type { JsonValue } from '../../contract';
import type { Comparer } from './comparer';
import { type Compare, type Difference, differs, joined } from './difference';
import { itemsOf } from './members';

/** Compares lists, whatever a program holds them in. */
export function lists(item: Comparer): Comparer {
  const compare: Compare = (wire, got) => {
    const held = itemsOf(got);
    if (!Array.isArray(wire) || held === undefined) return differs('wrong-value', wire, got);
    let found: Difference[] | undefined;
    for (const [index, value] of (wire as readonly JsonValue[]).entries()) {
      const inner = index < held.length ? item.compare(value, held[index]) : differs('lost-field', value, undefined);
      found = joined(found, inner, index);
    }
    for (let index = wire.length; index < held.length; index += 1)
      found = joined(found, differs('invented-field', undefined, held[index]), index);
    return found;
  };
  const expecting: Comparer['expecting'] = (wire) => {
    const items = Array.isArray(wire) ? wire.map(item.expecting) : [];
    const isSame = (got: unknown): boolean =>
      Array.isArray(got) && got.length === items.length && items.every((agrees, index) => agrees(got[index]));
    return (got) => (Array.isArray(wire) && isSame(got)) || compare(wire, got) === undefined;
  };
  return { compare, expecting };
}
