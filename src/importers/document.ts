import { statSync } from 'node:fs';
import { ContractError, type ContractSource, type JsonSchema } from '../contract';
import { withAnswerStates } from './answer-states';
import { documentText } from './document-text';
import type { ImportedDocument } from './imported-document';
import { readPages } from './markdown/read-pages';
import { readOpenApi } from './openapi/document';

/** JSON that is not an API document may be a contract. */
const isOpenApi = (path: string): boolean =>
  !/\.json$/i.test(path) || /"(?:openapi|swagger)"\s*:/.test(documentText(path, path));

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The importers: which documents each reads. One line for a new one. */
const IMPORTERS: readonly {
  readonly reads: (path: string) => boolean;
  readonly read: (path: string, operation: string | undefined) => ImportedDocument;
}[] = [
  { reads: (path) => /\.mdx?$/i.test(path) || isFolder(path), read: readPages },
  { reads: (path) => /\.(?:ya?ml|json)$/i.test(path) && isOpenApi(path), read: readOpenApi },
];

/** Whether a path is one of a document that can be imported. @throws ContractError where a JSON file cannot be read. */
export const isDocument = (path: string): boolean => IMPORTERS.some(({ reads }) => reads(path));

/**
 * Reads a document.
 * @param operation which of its operations, where it has several.
 * @throws ContractError for a document that cannot be read or trusted, with its place and the way out.
 */
export function readDocument(path: string, operation?: string): ImportedDocument {
  const importer = IMPORTERS.find(({ reads }) => reads(path));
  if (importer !== undefined) {
    const document = importer.read(path, operation);
    return { ...document, operations: withAnswerStates(document.operations) };
  }
  throw new ContractError('documents of this kind cannot be imported', {
    where: path,
    next: 'Give an OpenAPI document (.yaml, .json), a model page (.md) or a folder of them.',
  });
}

/** A document as a contract's source without an import: models that it lacks may hold anything. */
export function sourceOfDocument(document: ImportedDocument): ContractSource {
  const open = document.missing.map((name): [string, JsonSchema] => [name, {}]);
  const { name, consumer, provider, models, operations } = document;
  return { version: 1, name, consumer, provider, models: { ...models, ...Object.fromEntries(open) }, operations };
}
