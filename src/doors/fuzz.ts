// `pactcheck/fuzz`: response parsers fed with all that a contract allows, and each departure from it; and the payloads.
export { corpusCases } from '../app/fuzz/corpus';
export { type FuzzParserOptions, fuzzParser } from '../app/fuzz/fuzz-parser';
export { type ParserFindingsOptions, parserFindings, type ResponseToRead } from '../app/fuzz/parser-findings';
export type { ParserOptions } from '../app/fuzz/parser-options';
export { arbitraryOf, type CasesOfOptions, casesOf, type PayloadOptions, textOf } from '../app/payloads';
export type { Case, Verdict } from '../contract';
export type { ParseFunction, ParserResponse } from '../fuzz';
