import { Random } from '../random';
import { boundOf } from './bound/lower-bound';
import { componentsOf } from './components';
import { seedsFor } from './construct/seeds';
import { CoveringError, keptError } from './covering-error';
import { Greedy } from './greedy';
import type { Row } from './model';
import { PartialRow } from './partial-row';
import { type Problem, problemsOf } from './problem';
import type { ResolvedModel } from './resolved-model';
import { Search } from './search/search';
import { Targets } from './targets';

/** How to look for an array. The same options give the same rows on every machine. */
export interface CoveringOptions {
  /** 1 where it is not given. */
  readonly seed?: number;
  /** How much work goes into fewer rows, as a multiple of the usual; 0 for none. 1 where it is not given. */
  readonly effort?: number;
}

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

function solve(problem: Problem, { seed = 1, effort = 1 }: CoveringOptions): Solution {
  const components = componentsOf(problem);
  if (components === undefined) return nothing(problem);
  const targets = new Targets(problem, components);
  // First, since it asks the solvers, and building rows leaves those in the midst of a row.
  const lowerBound = boundOf(targets);
  const sizes = problem.levels.map(({ length }) => length);
  const partial = new PartialRow(sizes, components);
  const rows = fewestRows({ targets, partial, seed, effort, least: lowerBound });
  const named = rows.map((row) => Array.from(row, (level, factor) => problem.levels[factor]?.[level] ?? -1));
  return {
    kept: new Map(problem.keep.map(({ index }, at) => [index, named[at] ?? []])),
    added: named.slice(problem.keep.length),
    lowerBound,
  };
}

type Rows = readonly Int32Array[];

/** What rows are made with. One row is filled again and again, since the solvers know one at a time. */
interface Workshop {
  readonly targets: Targets;
  readonly partial: PartialRow;
  readonly seed: number;
  readonly effort: number;
  /** Fewer rows than this are not looked for. */
  readonly least: number;
}

/**
 * As few rows as are found: by a search from rows that were built one by one, and by one from those of a construction
 * where that begins with fewer of them.
 */
function fewestRows(workshop: Workshop): Rows {
  const { targets, partial, seed, least, effort } = workshop;
  const constructed = constructedRows(workshop);
  if (constructed !== undefined && constructed.length <= Math.max(least, targets.problem.keep.length))
    return constructed;
  const random = new Random(seed);
  const built = new Greedy(targets, partial, random).rows();
  const found = searched(workshop, random, built);
  if (constructed === undefined || constructed.length >= built.length || found.length <= least) return found;
  const other = searched({ ...workshop, effort: effort / 2 }, new Random(seed), constructed);
  return other.length < found.length ? other : found;
}

/** The fewest rows that a construction leads to; `undefined` where none fits the model. */
function constructedRows({ targets, partial, seed }: Workshop): Rows | undefined {
  let best: Rows | undefined;
  for (const parts of seedsFor(targets)) {
    const rows = new Greedy(targets, partial, new Random(seed)).rowsFrom(parts);
    if (best === undefined || rows.length < best.length) best = rows;
  }
  return best;
}

function searched({ targets, partial, effort, least }: Workshop, random: Random, rows: Rows): Rows {
  if (effort === 0 || !Search.isPossible(targets, rows.length)) return rows;
  const options = { rows, kept: targets.problem.keep.length, least, effort };
  return new Search(targets, partial, random, options).rows();
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
