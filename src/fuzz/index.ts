export { type Audited, audit } from './audit/audit';
export { mistaken } from './audit/mistaken';
export { type Bucket, findingOf } from './bucket';
export {
  type CommandParser,
  type LoadExport,
  type LoadedParser,
  type ParserUnderTest,
  runFuzzProgram,
  SIDE_BY_SIDE,
  WarmWorkers,
} from './chambers';
export { isLoud } from './endings';
export { feed } from './feed';
export { fuzz } from './fuzz';
export type { FuzzOptions, Shown } from './options';
export type { ParseFunction, ParserResponse } from './parser';
export { DEFAULT_POLICY, INVALID, type Policy } from './plan';
export { type ReadingOptions, readingFindings } from './reading';
export { FUZZ_RULES } from './rules';
export type { Checkpoint, Standing } from './standing';
export { type Survival, survivalsOf, TOMORROW_ROWS, type Tomorrow, tomorrowsOf } from './tomorrow';
