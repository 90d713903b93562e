export { arbitraryOf, type GenerationOptions, textOf } from './cases';
export { type Config, defineConfig } from './cli/config';
export { corpusCases } from './cli/fuzz/corpus';
export { type ParserFindingsOptions, parserFindings, type ResponseToRead } from './cli/fuzz/parser-findings';
export { pactInteractions, type RowsFile } from './cli/pacts/plan';
export { interactionIds, type VerifyProviderOptions, verifyProvider } from './cli/verify/verify-provider';
export * from './contract';
export type { StateHandlers } from './provider';
export * from './result';
