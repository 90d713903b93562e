export { isDocument, readDocument, requireTrusted, sourceOfDocument } from './document';
export { driftFindings } from './drift';
export type { ImportedDocument, ReadOptions } from './imported-document';
export { modelChanges } from './model-changes';
export { operationDrift } from './operation-drift';
export { stringLiteral } from './print-literal';
export { type Models, printContractModule, printModelModule, type StarterParts } from './print-module';
export type { DocumentWarning, FileReport } from './report';
export { updateHint } from './update-hints';
