import type { Change } from '../change';
import type { BreakingRule } from '../rule';
import { CONTRACT_RULES } from './contract';
import { REQUEST_RULES } from './request';
import { RESPONSE_RULES } from './response';

/** Every rule, in the order of the documentation. */
export const BREAKING_RULES: readonly BreakingRule[] = [...RESPONSE_RULES, ...REQUEST_RULES, ...CONTRACT_RULES];

const byChange = new Map(
  BREAKING_RULES.flatMap((rule) => rule.changes.map((name) => [`${rule.direction} ${name}`, rule] as const)),
);

/** The rule of a change. @throws Error where the table lacks it, which its test rules out. */
export function ruleOf(change: Change, direction: BreakingRule['direction']): BreakingRule {
  const rule = byChange.get(`${direction} ${change.name}`);
  if (rule === undefined) throw new Error(`no rule of the ${direction} speaks of ${change.name}`);
  return rule;
}
