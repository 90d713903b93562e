import { statSync } from 'node:fs';
import { ContractError, type ContractSource, type JsonSchema } from '../contract';
import { documentText } from './document-text';
import type { ImportedDocument, ReadOptions, Wanted } from './imported-document';
import { readPages } from './markdown/read-pages';
import { readOpenApi } from './openapi/document';
import { withStates } from './starter-states';

/** JSON that is not an API document may be a contract. */
const isOpenApi = (path: string): boolean =>
  !/\.json$/i.test(path) || /"(?:openapi|swagger)"\s*:/.test(documentText(path, path));

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The importers: which documents each reads. One line for a new one. */
const IMPORTERS: readonly {
  readonly reads: (path: string) => boolean;
  readonly read: (path: string, wanted: Wanted, options: ReadOptions) => ImportedDocument;
}[] = [
  { reads: (path) => /\.mdx?$/i.test(path) || isFolder(path), read: readPages },
  { reads: (path) => /\.(?:ya?ml|json)$/i.test(path) && isOpenApi(path), read: readOpenApi },
];

/** Whether a path is one of a document that can be imported. @throws ContractError where a JSON file cannot be read. */
export const isDocument = (path: string): boolean => IMPORTERS.some(({ reads }) => reads(path));

/**
 * Reads a document.
 * @param operation which of its operations, one or several; all where none is named.
 * @throws ContractError for a document that cannot be read or trusted, with its place and the way out.
 */
export function readDocument(
  path: string,
  operation: string | Wanted = [],
  options: ReadOptions = {},
): ImportedDocument {
  const wanted = [operation].flat().filter((word) => word !== '');
  const importer = IMPORTERS.find(({ reads }) => reads(path));
  if (importer !== undefined) {
    const document = importer.read(path, wanted, options);
    return { ...document, operations: withStates(document.operations, document.models) };
  }
  throw new ContractError('documents of this kind cannot be imported', {
    where: path,
    next: 'Give an OpenAPI document (.yaml, .json), a model page (.md) or a folder of them.',
  });
}

/** A document as a contract's source without an import: models that it lacks may hold anything. */
export function sourceOfDocument(document: ImportedDocument): ContractSource {
  const open = document.missing.map((name): [string, JsonSchema] => [name, {}]);
  const { name, consumer, provider, models, operations, unjudged } = document;
  return {
    version: 1,
    name,
    consumer,
    provider,
    models: { ...models, ...Object.fromEntries(open) },
    operations,
    ...(unjudged === undefined ? {} : { unjudged }),
  };
}

/**
 * A document is to be used as it is, without the `contract.ts` that an import gives to complete.
 * @throws ContractError where its one operation answers with a model that cannot be trusted: nothing would be tested.
 */
export function requireTrusted({ refused = [], operations, reports }: ImportedDocument): void {
  const [model] = refused;
  if (model === undefined || Object.keys(operations).length > 1) return;
  const warning = reports
    .flatMap(({ warnings }) => warnings)
    .find(({ where, message }) => message.startsWith('refused: ') && where.includes(model));
  throw new ContractError(`the answer holds ${model}, whose page is ${warning?.message ?? 'refused'}`, {
    ...(warning === undefined ? {} : { where: warning.where }),
    next: `Import the pages with \`pactcheck import\`, and write ${model} into contract.ts.`,
  });
}
