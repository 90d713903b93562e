import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { JsonLiteral } from '../../contract';
import {
  type DocumentedOperations,
  documentedOperations,
  type ImportedDocument,
  type Models,
  printContractModule,
  printModelModule,
  updateHint,
} from '../../importers';
import { type NewFile, naming } from '../files/stage';
import { loadModule } from '../load-module';

/** Where a document comes from, and where its contract goes. */
export interface Target {
  /** The document: a file, or a folder of pages. */
  readonly path: string;
  /** The contract's folder. */
  readonly folder: string;
  /** How the service writes names, where it was said. */
  readonly wireNames?: string | undefined;
}

/** What is written. */
export interface Written {
  readonly isNew: boolean;
  /** Whether model.ts is another one than before. */
  readonly changed: boolean;
  /** The models of before, where they could be read. */
  readonly before: Models | undefined;
}

/** What the document said the last time, where `model.ts` can be read. */
export interface Recorded {
  readonly models: Models;
  /** None of a document that speaks of models alone. */
  readonly operations: DocumentedOperations;
}

/** Reads what a contract's folder keeps of its document; `undefined` where there is no `model.ts` that can be read. */
export async function recordedIn(folder: string, cwd: string): Promise<Recorded | undefined> {
  try {
    const { models, operations = {} } = await loadModule(join(folder, 'model.ts'), cwd);
    return models === undefined ? undefined : ({ models, operations } as Recorded);
  } catch {
    return undefined;
  }
}

/** The files of a contract's folder, to be written together. */
export interface FolderFiles {
  readonly files: readonly NewFile[];
  readonly written: Written;
}

/** The files of a contract's folder: model.ts anew, contract.ts only where there is none. */
export async function folderFiles(cwd: string, document: ImportedDocument, target: Target): Promise<FolderFiles> {
  const { folder, path } = target;
  const [modelFile, contractFile] = ['model.ts', 'contract.ts'].map((name) => resolve(cwd, folder, name)) as [
    string,
    string,
  ];
  const isNew = !existsSync(contractFile);
  const old = existsSync(modelFile) ? naming(modelFile, () => readFileSync(modelFile, 'utf8')) : undefined;
  const operations = documentedOperations(document.operations);
  const text = printModelModule(document.models, basename(resolve(cwd, path)), operations);
  const before = old === undefined || old === text ? undefined : (await recordedIn(folder, cwd))?.models;
  const files = [
    { path: modelFile, content: text },
    ...(isNew ? [{ path: contractFile, content: starter(document, target) }] : []),
  ];
  return { files, written: { isNew, changed: old !== text, before } };
}

const starter = (document: ImportedDocument, { wireNames }: Target): string =>
  printContractModule({
    name: document.name,
    consumer: document.consumer,
    provider: document.provider,
    wireNames: wireNames === 'documented' ? undefined : wireNames,
    operations: document.operations as unknown as JsonLiteral,
    missing: document.missing,
    models: Object.keys(document.models),
    updates: updatesOf(document),
  });

/** By operation, what may be added to it where it updates what it answers with. */
export const updatesOf = ({
  operations,
  models,
}: Pick<ImportedDocument, 'operations' | 'models'>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(operations).flatMap(([id, operation]) => {
      const hint = updateHint(operation, models);
      return hint === undefined ? [] : [[id, hint] as const];
    }),
  );
