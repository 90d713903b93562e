export { CONTRACT_CHANGES, effectOf, SCHEMA_CHANGES, type SchemaChangeName } from './change';
export { type Diff, type DiffOptions, diffContracts, type RuleLevels } from './diff';
export { breakingDocs } from './docs';
export { type Ignorable, type Ignore, IgnoreList, readIgnores } from './ignore';
export type { ReliedInteraction } from './reliance';
export type { BreakingRule, DiffLevel } from './rule';
export { BREAKING_RULES } from './rules';
export type { Tools } from './witness';
