export { type FuzzOptions, fuzz } from './fuzz';
export type { ParseFunction, ParserResponse } from './parser';
export { DEFAULT_POLICY, type Policy } from './policy';
