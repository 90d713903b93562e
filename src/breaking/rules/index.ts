import type { Change } from './change';
import { contractRules, schemaRules } from './read-rows';
import type { BreakingRule } from './rule';

export type { Alone, Change, ChangeName, ContractChangeName, SchemaChange, SchemaChangeName } from './change';
export { effectOf } from './effect-of';
export type { DiffLevel } from './row';
export type { BreakingRule } from './rule';
export { CONTRACT_ROWS, SCHEMA_ROWS } from './table';

/** Every rule, in the order of the documentation. */
export const BREAKING_RULES: readonly BreakingRule[] = [
  ...schemaRules('response'),
  ...schemaRules('request'),
  ...contractRules(),
];

const byChange = new Map(
  BREAKING_RULES.flatMap((rule) => rule.changes.map((name) => [`${rule.direction} ${name}`, rule] as const)),
);

/** The rule of a change. @throws Error where the table lacks it, which its test rules out. */
export function ruleOf(change: Change, direction: BreakingRule['direction']): BreakingRule {
  const rule = byChange.get(`${direction} ${change.name}`);
  if (rule === undefined) throw new Error(`no rule of the ${direction} speaks of ${change.name}`);
  return rule;
}
