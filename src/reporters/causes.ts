import type { Finding, Result, Run } from '../result';
import { type Alike, alikeFindings, bySubstance } from './alike';
import { WEIGHTS } from './level';

/** One thing that is wrong, with all that the run says of it. */
export interface Cause {
  /** The finding that says it best: of the contract, where there is one. */
  readonly finding: Finding;
  /** The first result that shows it. */
  readonly result: Result;
  /** The ids of all results that show it, in the run's order. */
  readonly ids: readonly string[];
  /** Other rules that are broken at the same place by the same answers. */
  readonly also: readonly string[];
}

/** A pact repeats by example what the contract says in general. */
const speaksForPact = ({ rule }: Finding): boolean => rule.startsWith('pact-');

function causeOf(alikes: readonly Alike[]): Cause {
  const first = alikes[0] as Alike;
  const { finding, result } = alikes.find((alike) => !speaksForPact(alike.finding)) ?? first;
  const rules = new Set(alikes.map((alike) => alike.finding.rule));
  rules.delete(finding.rule);
  return { finding, result, ids: [...new Set(alikes.flatMap(({ ids }) => ids))], also: [...rules] };
}

/**
 * Returns what is wrong, each cause once, in the run's order: findings that fail, those at one place that appear with
 * the same result taken together.
 */
export function causesOf(run: Run): Cause[] {
  const groups = new Map<string, Alike[]>();
  for (const alike of alikeFindings(run, bySubstance)) {
    if (WEIGHTS[alike.finding.level] !== 'error') continue;
    const key = JSON.stringify([alike.finding.pointer, alike.result.id]);
    groups.set(key, [...(groups.get(key) ?? []), alike]);
  }
  return [...groups.values()].map(causeOf);
}
