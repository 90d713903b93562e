export { isDocument, readDocument, requireTrusted, sourceOfDocument } from './document';
export { type DocumentedOperations, documentedOperations } from './documented-operations';
export { driftFindings } from './drift';
export type { ImportedDocument, ReadOptions, Wanted } from './imported-document';
export { modelChanges } from './model-changes';
export { type DocumentServers, readServers } from './openapi/servers';
export { operationDrift } from './operation-drift';
export { stringLiteral } from './print-literal';
export {
  extendContractModule,
  type Models,
  printContractModule,
  printModelModule,
  type StarterParts,
} from './print-module';
export type { DocumentWarning, FileReport } from './report';
export { updateHint } from './update-hints';
