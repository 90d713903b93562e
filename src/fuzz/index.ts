export { type Audited, audit } from './audit/audit';
export { mistaken } from './audit/mistaken';
export type { Bucket } from './bucket';
export {
  type CommandParser,
  type LoadExport,
  type LoadedParser,
  type ParserUnderTest,
  runFuzzProgram,
} from './chambers';
export { isLoud } from './endings';
export { feed } from './feed';
export { fuzz } from './fuzz';
export type { FuzzOptions, Shown } from './options';
export type { ParseFunction, ParserResponse } from './parser';
export { DEFAULT_POLICY, INVALID, type Policy } from './plan';
export { type ReadingOptions, readingFindings } from './reading';
export type { Checkpoint, Standing } from './standing';
