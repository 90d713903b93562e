import { componentsOf } from '../components';
import { CoveringError } from '../covering-error';
import type { Row } from '../model';
import { plainArray } from '../plain-array';
import { type Problem, problemsOf } from '../problem';
import type { ResolvedGoal, ResolvedModel } from '../resolved-model';
import { Targets } from '../targets';
import { aloneGoals, type UnitModel, unitModelOf, type Way, type Ways } from './units';

const everyLevel = ({ factors }: ResolvedModel): ResolvedGoal => ({
  factors: factors.map((_, factor) => factor),
  strength: 1,
  on: 'level',
});

/** A row with the levels of a part, which has -1 where a level is free; `undefined` where the constraints allow none. */
export function filledRow(model: ResolvedModel, part: Row): Row | undefined {
  const asked = { ...model, goals: [], subModels: [], negativeGoals: [everyLevel(model)], keep: [part] };
  try {
    return plainArray(asked, { effort: 0 }).rows[0];
  } catch (error) {
    if (error instanceof CoveringError) return undefined;
    throw error;
  }
}

const targetsOf = (model: ResolvedModel, goals: readonly ResolvedGoal[]): Targets | undefined => {
  const [problem] = problemsOf({ ...model, subModels: [], goals, negativeGoals: [], keep: [] }) as [Problem];
  const components = componentsOf(problem);
  return components === undefined ? undefined : new Targets(problem, components);
};

/** The tuple as a part of a row: -1 where it says nothing. */
function partOf(targets: Targets, tuple: number, count: number): number[] {
  const part = Array.from({ length: count }, () => -1);
  const block = targets.blockOf(tuple);
  for (let place = targets.first[block] as number; place < (targets.first[block + 1] as number); place++) {
    const { factor } = targets.column(place);
    part[factor] = targets.problem.levels[factor]?.[targets.symbolAt(tuple, block, place)] as number;
  }
  return part;
}

/** What some row of the whole model can hold, and none that sets its sub-models in one of the ways. */
function missedParts(model: ResolvedModel, { model: units, toRow }: UnitModel): Row[] {
  const bundles = model.subModels.map((_, unit) => unit);
  const ways = targetsOf(units, [{ factors: bundles, strength: 1, on: 'level' }]);
  const goals = aloneGoals(model);
  const offset = goals.map((goal) => ({ ...goal, factors: goal.factors.map((_, at) => bundles.length + at) }));
  const [whole, own] = [targetsOf(model, goals), targetsOf(units, offset)];
  const missed: Row[] = [];
  for (let tuple = 0; tuple < (ways?.total ?? 0); tuple++) {
    if (ways?.wanted[tuple] === 0) missed.push(toRow(partOf(ways, tuple, units.factors.length)));
  }
  for (let tuple = 0; tuple < (whole?.total ?? 0); tuple++) {
    if (whole?.wanted[tuple] === 1 && own?.wanted[tuple] !== 1) missed.push(partOf(whole, tuple, model.factors.length));
  }
  return missed;
}

const holds = (row: Row, part: Row): boolean => part.every((level, factor) => level < 0 || level === row[factor]);

/** The ways of the sub-models that a row sets, beside those that there are. */
export const withRow = ({ subModels }: ResolvedModel, ways: Ways, row: Row): Ways =>
  ways.map((own, index) => {
    const way: Way = (subModels[index]?.factors ?? []).map((factor) => row[factor] as number);
    return own.some((other) => other.join() === way.join()) ? own : [...own, way];
  });

/** A row with a part that takes a new way for one sub-model alone, where that is possible. */
function rowFor(model: ResolvedModel, ways: Ways, part: Row): Row | undefined {
  for (const index of ways.keys()) {
    const others = { ...model, subModels: model.subModels.filter((_, at) => at !== index) };
    const units = unitModelOf(
      others,
      ways.filter((_, at) => at !== index),
    );
    const asked = units.ofRow(part);
    // A part of a sub-model's way is no level of a unit.
    if (units.toRow(asked).some((level, factor) => level !== part[factor])) continue;
    const row = filledRow(units.model, asked);
    if (row !== undefined) return units.toRow(row);
  }
  return filledRow(model, part);
}

/**
 * Rows whose ways are needed beside those that there are, so that each way stands in some row, and so does all that the
 * factors in no sub-model can hold together: constraints that reach beyond a sub-model would keep it out of every row.
 */
export function missedRows(model: ResolvedModel, ways: Ways): Row[] {
  const rows: Row[] = [];
  let complete = ways;
  for (const part of missedParts(model, unitModelOf(model, ways))) {
    if (rows.some((row) => holds(row, part))) continue;
    const row = rowFor(model, complete, part);
    if (row === undefined) continue;
    rows.push(row);
    complete = withRow(model, complete, row);
  }
  return rows;
}

/** The ways, and those that are needed beside them. */
export const completed = (model: ResolvedModel, ways: Ways): Ways =>
  missedRows(model, ways).reduce((complete, row) => withRow(model, complete, row), ways);
