export { type LoadExport, type ParserUnderTest, runFuzzProgram } from './chambers';
export { fuzz } from './fuzz';
export type { FuzzOptions } from './options';
export type { ParseFunction, ParserResponse } from './parser';
export { DEFAULT_POLICY, type Policy } from './plan';
