import type { Problem } from './problem';
import type { Term } from './resolved-model';
import { Solver } from './solver';

/** A problem's factors, split into groups that no constraint joins, each with a solver of its own. */
export interface Components {
  readonly solvers: readonly Solver[];
  /** By factor, the index of its solver; -1 where no constraint names it. */
  readonly of: Int32Array;
}

/** Splits a problem by its constraints; `undefined` where no row at all is possible. */
export function componentsOf({ levels, forbidden }: Problem): Components | undefined {
  const sizes = levels.map(({ length }) => length);
  const leader = leaders(sizes.length, forbidden);
  const constrained = new Set(forbidden.flatMap((terms) => terms.map(({ factor }) => factor)));
  if (forbidden.some((terms) => terms.length === 0)) return undefined;
  const of = new Int32Array(sizes.length).fill(-1);
  const roots = sizes
    .map((_, factor) => factor)
    .filter((factor) => leader(factor) === factor && constrained.has(factor));
  const solvers = roots.map((root, index) => {
    const members = sizes.map((_, factor) => factor).filter((factor) => leader(factor) === root);
    for (const factor of members) of[factor] = index;
    const clauses = forbidden.filter((terms) => leader((terms[0] as Term).factor) === root);
    return new Solver(sizes, clauses, members);
  });
  return solvers.every(hasSolution) ? { solvers, of } : undefined;
}

function leaders(count: number, forbidden: readonly (readonly Term[])[]): (factor: number) => number {
  const parent = Array.from({ length: count }, (_, factor) => factor);
  const find = (factor: number): number => {
    let root = factor;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  for (const terms of forbidden) {
    const roots = terms.map(({ factor }) => find(factor));
    const first = Math.min(...roots);
    for (const root of roots) parent[root] = first;
  }
  return find;
}

function hasSolution(solver: Solver): boolean {
  if (!solver.begin()) return false;
  const mark = solver.mark();
  const isPossible = solver.solve((_, levels) => levels);
  solver.undo(mark);
  return isPossible;
}
