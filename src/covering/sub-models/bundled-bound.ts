import { boundsOf } from '../plain-array';
import { unitsOf } from '../resolve';
import type { ResolvedGoal, ResolvedModel } from '../resolved-model';
import { aloneGoals } from './units';

/**
 * A number of rows that no array of a model with sub-models can go below, whatever ways are chosen. All that a
 * sub-model asks for within itself stands in some row; and units that no constraint joins meet in all their ways.
 */
export function bundledBound(model: ResolvedModel): number {
  const within = model.subModels.map(({ factors, strength }): ResolvedGoal => ({ factors, strength, on: 'level' }));
  const goals = [...within, ...aloneGoals(model)];
  const [positive = 0, ...negative] = boundsOf({ ...model, goals, negativeGoals: goals });
  return Math.max(positive, meetingWays(model)) + negative.reduce((sum, bound) => sum + bound, 0);
}

/** How many rows the units take that constraints leave free: one of each group that is joined, the largest. */
function meetingWays(model: ResolvedModel): number {
  const groups = new Map<number, number>();
  const groupOf = joined(model);
  fewestWaysOf(model).forEach((ways, unit) => {
    const group = groupOf(unit);
    groups.set(group, Math.max(groups.get(group) ?? 1, ways));
  });
  return [...groups.values()]
    .sort((left, right) => right - left)
    .slice(0, model.goals[0]?.strength ?? 1)
    .reduce((product, ways) => product * ways, 1);
}

/** By unit, how few ways there can be to set it. */
const fewestWaysOf = (model: ResolvedModel): number[] =>
  unitsOf(model.factors.length, model.subModels).map((factors, unit) => {
    const strength = model.subModels[unit]?.strength ?? 1;
    return boundsOf({ ...model, goals: [{ factors, strength, on: 'level' }], negativeGoals: [] })[0] ?? 1;
  });

/** By unit, a number that units share which a constraint or a factor joins. */
function joined({ factors, subModels, forbidden }: ResolvedModel): (unit: number) => number {
  const units = unitsOf(factors.length, subModels);
  const groups = units.map((_, unit) => unit);
  const join = (members: readonly number[]): void => {
    const own = units.flatMap((unit, index) =>
      unit.some((factor) => members.includes(factor)) ? [groups[index]] : [],
    );
    const least = Math.min(...own.map((group) => group ?? 0));
    groups.forEach((group, index) => {
      if (own.includes(group)) groups[index] = least;
    });
  };
  for (const terms of forbidden) join(terms.map(({ factor }) => factor));
  for (const [factor] of factors.entries()) join([factor]);
  return (unit) => groups[unit] ?? unit;
}
