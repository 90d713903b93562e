import { type Tuple, verifyRows } from '../../covering';
import { coveringModelOf } from '../covering/model';
import type { Clause, FactorModel } from '../factors/factor';

/** Classes of some sites together, in the order of the model. */
export interface Combination {
  readonly sites: readonly string[];
  readonly classes: readonly string[];
}

/** The combinations that are feasible, and how many are not. */
export interface Feasible {
  /** By their key. */
  readonly combinations: ReadonlyMap<string, Combination>;
  readonly infeasible: number;
}

/** A combination as text: equal for equal ones. */
export const keyOf = ({ sites, classes }: Combination): string => JSON.stringify([sites, classes]);

const combinationOf = ({ factors, values }: Tuple): Combination => ({ sites: factors, classes: values });

function feasibleOf(model: FactorModel, clauses: readonly Clause[], strength: number, on: 'level' | 'class'): Feasible {
  const factors = model.factors.flatMap(({ isPaired }, index) => (isPaired || on === 'level' ? [index] : []));
  if (factors.length < strength || strength < 1) return { combinations: new Map(), infeasible: 0 };
  const covering = { ...coveringModelOf(model, { strength }, clauses), goals: [{ factors, strength, on }] };
  const [goal] = verifyRows(covering, [], { missingAtMost: Infinity }).goals;
  const combinations = (goal?.missing ?? []).map(combinationOf);
  return {
    combinations: new Map(combinations.map((combination) => [keyOf(combination), combination])),
    infeasible: goal?.infeasible ?? 0,
  };
}

/** The classes of single sites that some body can have. */
export const feasibleClasses = (model: FactorModel, clauses: readonly Clause[]): Feasible =>
  feasibleOf(model, clauses, 1, 'level');

/** The combinations of coarse classes of so many sites that some body can have. */
export const feasibleCombinations = (model: FactorModel, clauses: readonly Clause[], strength: number): Feasible =>
  feasibleOf(model, clauses, strength, 'class');

/** Every combination of so many sites' classes; of each site one after another. */
export function* combinationsIn(
  bySite: readonly (readonly [site: string, classes: Iterable<string>])[],
  strength: number,
  from = 0,
): Generator<Combination> {
  if (strength === 0) {
    yield { sites: [], classes: [] };
    return;
  }
  for (let index = from; index <= bySite.length - strength; index += 1) {
    const [site, classes] = bySite[index] as (typeof bySite)[number];
    for (const rest of combinationsIn(bySite, strength - 1, index + 1))
      for (const name of classes) yield { sites: [site, ...rest.sites], classes: [name, ...rest.classes] };
  }
}
