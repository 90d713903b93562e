import type { JsonValue } from '../../contract';
import { compareAny } from './any';
import { type Comparer, comparing } from './comparer';
import type { Compare, Difference } from './difference';

/** The branch that was meant is the one that agrees the furthest. */
const depthOf = (found: readonly Difference[]): number => Math.max(...found.map(({ path }) => path.length));

/** A branch of a union, and whether a body's value is one of it. */
export interface Branch {
  readonly isOf: (wire: JsonValue) => boolean;
  readonly comparer: Comparer;
}

/**
 * Compares with the branch that agrees best, of those that the body's value is of: to another one, what it does not
 * list is no loss.
 */
export function unions(branches: readonly Branch[]): Comparer {
  const possibleFor = (wire: JsonValue): readonly Branch[] => {
    const possible = branches.filter(({ isOf }) => isOf(wire));
    return possible.length > 0 ? possible : branches;
  };
  const compare: Compare = (wire, got) => {
    let best: Difference[] | undefined;
    for (const { comparer } of possibleFor(wire)) {
      const found = comparer.compare(wire, got);
      if (found === undefined) return undefined;
      if (best === undefined || depthOf(found) > depthOf(best)) best = found;
    }
    return best;
  };
  const expecting: Comparer['expecting'] = (wire) => {
    const expected = possibleFor(wire).map(({ comparer }) => comparer.expecting(wire));
    return (got) => expected.some((agrees) => agrees(got));
  };
  return { compare, expecting };
}

/** Where no type is named, values of other types may stand as well. */
export const orAny = ({ compare }: Comparer): Comparer =>
  comparing((wire, got) => {
    const found = compare(wire, got);
    return found === undefined || compareAny(wire, got) === undefined ? undefined : found;
  });
