import { Random } from '../random';
import { boundOf } from './bound/lower-bound';
import { componentsOf } from './components';
import { CoveringError, keptError } from './covering-error';
import { Greedy } from './greedy';
import type { Model, Row } from './model';
import { PartialRow } from './partial-row';
import { type Problem, problemsOf } from './problem';
import { resolveModel } from './resolve';
import type { ResolvedModel } from './resolved-model';
import { Search } from './search/search';
import { Targets } from './targets';
import { type Verification, verifyRows } from './verify';

/** How to look for an array. The same options give the same rows on every machine. */
export interface CoveringOptions {
  /** 1 where it is not given. */
  readonly seed?: number;
  /** How much work goes into fewer rows, as a multiple of the usual; 0 for none. 1 where it is not given. */
  readonly effort?: number;
}

/** Rows that cover all that a model asks for, and the counts that prove it. */
export interface CoveringArray extends Verification {
  /** The index of a level for each factor, the kept rows first. */
  readonly rows: readonly Row[];
  /** No array of the model has fewer rows than this. */
  readonly lowerBound: number;
}

/**
 * Few rows that cover every feasible tuple of the model's goals, and hold nothing that is forbidden.
 * @throws CoveringError where the model is not one, no row is possible, or a kept row breaks a constraint.
 */
export function coveringArray(model: Model, options: CoveringOptions = {}): CoveringArray {
  const resolved = resolveModel(model);
  const solutions = problemsOf(resolved).map((problem) => solve(problem, options));
  const rows = [...keptRows(resolved, solutions), ...solutions.flatMap(({ added }) => added)];
  const bound = solutions.reduce((sum, solution) => sum + solution.lowerBound, 0);
  return { rows, lowerBound: bound, ...proven(model, rows) };
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
  const random = new Random(seed);
  const built = new Greedy(targets, partial, random).rows();
  const options = { rows: built, kept: problem.keep.length, least: lowerBound, effort };
  const isSearched = effort > 0 && Search.isPossible(targets, built.length);
  const rows = isSearched ? new Search(targets, partial, random, options).rows() : built;
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

/** What the verifier, which knows nothing of how the rows came about, says of them. */
function proven(model: Model, rows: readonly Row[]): Verification {
  const verification = verifyRows(model, rows);
  if (verification.covered < verification.feasible || verification.invalidRows.length > 0) {
    throw new CoveringError('the array that was built does not pass its verification: this is a defect of pactcheck', {
      next: 'Report it together with the model.',
    });
  }
  return verification;
}
