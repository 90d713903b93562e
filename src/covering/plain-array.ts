import { boundOf } from './bound/lower-bound';
import { componentsOf } from './components';
import { CoveringError, keptError } from './covering-error';
import { type CoveringOptions, fewestRows, tellCost } from './fewest-rows';
import type { Row } from './model';
import { PartialRow } from './partial-row';
import { type Problem, problemsOf } from './problem';
import type { ResolvedModel } from './resolved-model';
import { Targets } from './targets';

/** Rows, the kept ones first, and how few there can be. */
export interface PlainArray {
  readonly rows: readonly Row[];
  readonly lowerBound: number;
}

/**
 * Builds the array of a model without sub-models.
 * @throws CoveringError where no row is possible, or a kept row breaks a constraint.
 */
export function plainArray(model: ResolvedModel, options: CoveringOptions): PlainArray {
  const solutions = problemsOf(model).map((problem) => solve(problem, options));
  return {
    rows: [...keptRows(model, solutions), ...solutions.flatMap(({ added }) => added)],
    lowerBound: solutions.reduce((sum, solution) => sum + solution.lowerBound, 0),
  };
}

interface Solution {
  /** The kept rows, filled in, by their place in the model's list. */
  readonly kept: ReadonlyMap<number, Row>;
  readonly added: readonly Row[];
  readonly lowerBound: number;
}

/** The kept rows in the model's order. */
function keptRows(model: ResolvedModel, solutions: readonly Solution[]): Row[] {
  const kept = new Map(solutions.flatMap((solution) => [...solution.kept]));
  return model.keep.map((_, index) => {
    const row = kept.get(index);
    if (row !== undefined) return row;
    throw new CoveringError(`kept row ${index + 1} has more than one invalid level`, { next: 'Leave the row out.' });
  });
}

function solve(problem: Problem, options: CoveringOptions): Solution {
  const components = componentsOf(problem);
  if (components === undefined) return nothing(problem);
  const targets = new Targets(problem, components);
  tellCost(targets, options);
  // First, since it asks the solvers, and building rows leaves those in the midst of a row.
  const lowerBound = boundOf(targets);
  const sizes = problem.levels.map(({ length }) => length);
  const partial = new PartialRow(sizes, components);
  const rows = fewestRows({ targets, partial, options, least: lowerBound });
  const named = rows.map((row) => Array.from(row, (level, factor) => problem.levels[factor]?.[level] ?? -1));
  return {
    kept: new Map(problem.keep.map(({ index }, at) => [index, named[at] ?? []])),
    added: named.slice(problem.keep.length),
    lowerBound,
  };
}

/** The solution of a problem of which no row is possible: fine for an invalid level, which is then covered nowhere. */
function nothing({ isNegative, keep: [kept] }: Problem): Solution {
  if (kept !== undefined) throw keptError(kept.index);
  if (isNegative) return { kept: new Map(), added: [], lowerBound: 0 };
  throw new CoveringError('no row can satisfy all constraints', {
    next: 'Take constraints away until a row is possible.',
  });
}

/** Of each problem of a model, the valid levels' first, a number of rows that no array can go below. */
export const boundsOf = (model: ResolvedModel): number[] =>
  problemsOf({ ...model, subModels: [], keep: [] }).map((problem) => {
    const components = componentsOf(problem);
    return components === undefined ? 0 : boundOf(new Targets(problem, components));
  });
