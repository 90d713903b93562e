import type { CoveringOptions } from '../fewest-rows';
import type { Row } from '../model';
import { type PlainArray, plainArray } from '../plain-array';
import type { ResolvedModel } from '../resolved-model';
import { bundledBound } from './bundled-bound';
import { completed, filledRow, missedRows, withRow } from './reach';
import { distinctWays, type UnitModel, unitModelOf, type Way, type Ways, wayIn } from './units';

/** Ways are looked for anew at most so often, and only as long as there are few of them. */
const MOST_TRIES = 40;
const MOST_WAYS_TRIED = 600;

/**
 * Builds the array of a model with sub-models: first as few ways to set each of them as can be, then as few rows as
 * combine those ways with the rest of the model.
 * @throws CoveringError where no row is possible, or a kept row breaks a constraint.
 */
export function bundledArray(model: ResolvedModel, options: CoveringOptions): PlainArray {
  requirePossible(model);
  const kept = withKeptRows(model, fewestWays(model, options));
  const units = unitModelOf(model, completed(model, kept.ways));
  const array = plainArray({ ...units.model, keep: kept.rows.map(units.ofRow) }, options);
  return { rows: array.rows.map(units.toRow), lowerBound: bundledBound(model) };
}

/** @throws CoveringError where no row is possible, or a kept row is not. */
function requirePossible(model: ResolvedModel): void {
  const factors = model.factors.map((_, factor) => factor);
  const once = [{ factors, strength: 1, on: 'level' as const }];
  plainArray({ ...model, subModels: [], goals: [], negativeGoals: once }, { effort: 0 });
}

/** Of several tries, the one with the fewest ways, and of those the one that leads to the fewest rows. */
function fewestWays(model: ResolvedModel, options: CoveringOptions): Ways {
  const { seed = 1, effort = 1 } = options;
  let best = found(model, options);
  if (effort === 0 || model.forbidden.length === 0) return best;
  let fewest = rowsFor(model, best);
  const tries = Math.min(MOST_TRIES, Math.floor((effort * MOST_WAYS_TRIED) / countOf(best)));
  for (let count = 1; count < tries; count++) {
    const other = found(model, { ...options, seed: seed + count });
    if (countOf(other) > countOf(best)) continue;
    const rows = rowsFor(model, other);
    if (countOf(other) === countOf(best) && rows >= fewest) continue;
    [best, fewest] = [other, rows];
  }
  return best;
}

const countOf = (ways: Ways): number => ways.reduce((sum, own) => sum + own.length, 0);

/** About how many rows ways lead to. */
const rowsFor = (model: ResolvedModel, ways: Ways): number =>
  plainArray(unitModelOf(model, ways).model, { effort: 0 }).rows.length;

/**
 * By sub-model, ways that cover what it asks for within itself, those of the kept rows first. Where constraints reach
 * beyond a sub-model, what the ways leave out is taken first in another try, which mostly takes no more of them.
 */
function found(model: ResolvedModel, options: CoveringOptions): Ways {
  const first = waysWith(model, options, model.keep);
  const missed = missedRows(model, first);
  if (missed.length === 0) return first;
  const others = completed(model, waysWith(model, options, [...model.keep, ...missed]));
  const ways = completed(model, first);
  return countOf(others) < countOf(ways) ? others : ways;
}

const waysWith = (model: ResolvedModel, options: CoveringOptions, rows: readonly Row[]): Ways =>
  model.subModels.map(({ factors, strength, negativeStrength }) => {
    const goals = [{ factors, strength, on: 'level' as const }];
    const negativeGoals = [{ factors, strength: negativeStrength, on: 'level' as const }];
    const keep = distinctWays(factors, rows).map((way) => rowWith(model, factors, way));
    return distinctWays(factors, plainArray({ ...model, subModels: [], goals, negativeGoals, keep }, options).rows);
  });

const factorsOf = ({ subModels }: ResolvedModel, index: number): readonly number[] => subModels[index]?.factors ?? [];

const rowWith = (model: ResolvedModel, factors: readonly number[], way: Way): Row =>
  model.factors.map((_, factor) => way[factors.indexOf(factor)] ?? -1);

interface Kept {
  readonly ways: Ways;
  /** The kept rows, each with a way for every sub-model. */
  readonly rows: readonly Row[];
}

/** Settles which way a kept row takes where it leaves a sub-model open: one that is there already, if one will do. */
function withKeptRows(model: ResolvedModel, found: Ways): Kept {
  let ways = found;
  const rows: Row[] = [];
  for (const row of model.keep) {
    const settled = settle(model, unitModelOf(model, ways), ways, row);
    ways = withRow(model, ways, settled);
    rows.push(settled);
  }
  return { ways, rows };
}

function settle(model: ResolvedModel, units: UnitModel, ways: Ways, row: Row): Row {
  const part = [...row];
  for (const [index, own] of ways.entries()) {
    const factors = factorsOf(model, index);
    if (wayIn(factors, part) !== undefined) continue;
    const fitting = own.find((way) => {
      const isFitting = factors.every((factor, at) => (part[factor] ?? -1) < 0 || part[factor] === way[at]);
      return isFitting && filledRow(units.model, units.ofRow(withWay(part, factors, way))) !== undefined;
    });
    const settled = fitting ?? wayIn(factors, filledRow(model, part) ?? []);
    factors.forEach((factor, at) => {
      part[factor] = settled?.[at] ?? -1;
    });
  }
  return part;
}

const withWay = (part: Row, factors: readonly number[], way: Way): Row =>
  part.map((level, factor) => way[factors.indexOf(factor)] ?? level);
