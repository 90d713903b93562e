export { type Diff, type DiffOptions, diffContracts, type RuleLevels } from './diff';
export { breakingDocs } from './docs';
export { type Ignorable, type Ignore, IgnoreList, readIgnores } from './ignore';
export type { ReliedInteraction } from './reliance';
export {
  BREAKING_RULES,
  type BreakingRule,
  CONTRACT_ROWS,
  type DiffLevel,
  effectOf,
  SCHEMA_ROWS,
  type SchemaChangeName,
} from './rules';
export type { Tools } from './tools';
