import { type Case, type Contract, rulesCountedOn } from '../contract';
import { type PlanOptions, planOf } from './covering-plan';
import { benchOf } from './draft';
import type { Exclusion, FactorModel } from './factors/factor';
import { mainResponse } from './generate';
import type { KeptRows } from './kept-rows';

/** Sites that do not go together in every way, and why. */
export interface Constraint {
  readonly sites: readonly string[];
  readonly reason: string;
}

/** Few cases that cover an answer, and what they leave out. */
export interface Covering {
  readonly cases: readonly Case[];
  /** The rows of the cases, to be kept for the next time. */
  readonly kept: KeptRows;
  /** No fewer cases cover as much. */
  readonly lowerBound: number;
  readonly excluded: readonly Exclusion[];
  readonly constraints: readonly Constraint[];
  /** How many sites were left out, or left out of pairs, since there are too many. */
  readonly beyond: FactorModel['beyond'];
}

/** What to cover: an operation's answer. */
export interface CoveringOfOptions extends PlanOptions {
  /** The first one where it is not given. */
  readonly operationId?: string | undefined;
}

/**
 * Few cases that cover an operation's successful answer: every pair of coarse classes, and every class.
 * @throws Failure (usage) where the contract has no such operation.
 */
export function coveringOf(contract: Contract, options: CoveringOfOptions = {}): Covering {
  const main = mainResponse(contract, options.operationId);
  const plan = planOf(benchOf(main, rulesCountedOn(contract), 1), main.operation, options);
  return {
    cases: plan.cases,
    kept: plan.kept,
    lowerBound: plan.lowerBound,
    excluded: plan.model.excluded,
    constraints: plan.clauses.flatMap(({ terms, reason }) => {
      const sites = terms.map(([factor]) => plan.model.factors[factor]?.site.pointer ?? '');
      return reason === undefined ? [] : [{ sites, reason }];
    }),
    beyond: plan.model.beyond,
  };
}
