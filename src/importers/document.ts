import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ContractError, type ContractSource, type JsonSchema } from '../contract';
import { readPage } from './markdown/page';
import type { Models } from './print-module';
import type { FileReport } from './report';

/** A document, read: what it says of models and operations, and what its reader should know. */
export interface ImportedDocument {
  /** A name for the contract: the model's, or the operation's, in kebab-case. */
  readonly name: string;
  readonly models: Models;
  readonly operations: ContractSource['operations'];
  readonly consumer: string;
  readonly provider: string;
  /** Models that it refers to and does not have. */
  readonly missing: readonly string[];
  readonly reports: readonly FileReport[];
}

const kebabCase = (name: string): string =>
  name
    .replace(/(?<=[a-z0-9])[A-Z]|(?<!^)[A-Z](?=[a-z])/g, (capital) => `-${capital}`)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ContractError(`the document cannot be read: ${(error as Error).message}`, {
      where: path,
      next: 'Check the path.',
    });
  }
}

/** A page says nothing about operations: a GET that returns the model stands for whatever returns it. */
function pageDocument(path: string): ImportedDocument {
  const page = readPage(textOf(path), basename(path));
  const missing = [...page.references.keys()].filter((name) => name !== page.name);
  const warnings = missing.map((name) => {
    const { where, message } = page.references.get(name) as { where: string; message: string };
    return { where, message: `${message}, which is not beside it: it stays open until contract.ts says what it is` };
  });
  const name = kebabCase(page.name);
  return {
    name,
    models: { [page.name]: page.schema },
    operations: {
      [`read${page.name}`]: {
        method: 'GET',
        path: `/${name}`,
        responses: { '200': { schema: { $ref: `#/$defs/${page.name}` } } },
      },
    },
    consumer: 'consumer',
    provider: 'provider',
    missing,
    reports: [{ ...page.report, warnings: [...page.report.warnings, ...warnings] }],
  };
}

/** The importers: which documents each reads. One line for a new one. */
const IMPORTERS: readonly {
  readonly reads: RegExp;
  readonly read: (path: string, operation: string | undefined) => ImportedDocument;
}[] = [{ reads: /\.mdx?$/i, read: pageDocument }];

/** Whether a path looks like a document that can be imported. */
export const isDocument = (path: string): boolean => IMPORTERS.some(({ reads }) => reads.test(path));

/**
 * Reads a document.
 * @param operation which of its operations, where it has several.
 * @throws ContractError for a document that cannot be read or trusted, with its place and the way out.
 */
export function readDocument(path: string, operation?: string): ImportedDocument {
  const importer = IMPORTERS.find(({ reads }) => reads.test(path));
  if (importer !== undefined) return importer.read(path, operation);
  throw new ContractError('documents of this kind cannot be imported', {
    where: path,
    next: 'Give a model page (.md).',
  });
}

/** A document as a contract's source without an import: models that it lacks may hold anything. */
export function sourceOfDocument(document: ImportedDocument): ContractSource {
  const open = document.missing.map((name): [string, JsonSchema] => [name, {}]);
  const { name, consumer, provider, models, operations } = document;
  return { version: 1, name, consumer, provider, models: { ...models, ...Object.fromEntries(open) }, operations };
}
