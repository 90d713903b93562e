import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { JsonLiteral } from '../../contract';
import { type ImportedDocument, type Models, printContractModule, printModelModule, updateHint } from '../../importers';
import type { NewFile } from '../files/stage';
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

/** The copies that lie in the contract's folder: pages of a folder in one of their own. */
function copies(cwd: string, document: ImportedDocument, { path, folder }: Target): [from: string, to: string][] {
  const from = resolve(cwd, path);
  const isFolder = statSync(from).isDirectory();
  const [source, target] = isFolder ? [from, join(folder, 'pages')] : [dirname(from), folder];
  const files = document.files ?? [basename(from)];
  return files.map((file) => [join(source, file), resolve(cwd, target, file)]);
}

/** What the contract was made from, to be kept beside it: so that the two can be compared anywhere. */
const keptDocument = (cwd: string, document: ImportedDocument, target: Target): NewFile[] =>
  copies(cwd, document, target)
    .filter(([from, to]) => from !== to && existsSync(from))
    .map(([from, to]) => ({ path: to, content: readFileSync(from) }));

async function modelsOf(file: string, cwd: string): Promise<Models | undefined> {
  try {
    return (await loadModule(file, cwd))['models'] as Models | undefined;
  } catch {
    return undefined;
  }
}

/** The files of a contract's folder, to be written together. */
export interface FolderFiles {
  readonly files: readonly NewFile[];
  readonly written: Written;
}

/** The files of a contract's folder: model.ts anew, contract.ts only where there is none, and the document. */
export async function folderFiles(cwd: string, document: ImportedDocument, target: Target): Promise<FolderFiles> {
  const { folder, path } = target;
  const [modelFile, contractFile] = ['model.ts', 'contract.ts'].map((name) => resolve(cwd, folder, name)) as [
    string,
    string,
  ];
  const isNew = !existsSync(contractFile);
  const old = existsSync(modelFile) ? readFileSync(modelFile, 'utf8') : undefined;
  const text = printModelModule(document.models, basename(resolve(cwd, path)));
  const before = old === undefined || old === text ? undefined : await modelsOf(modelFile, cwd);
  const files = [
    ...keptDocument(cwd, document, target),
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

const updatesOf = ({ operations, models }: ImportedDocument): Record<string, string> =>
  Object.fromEntries(
    Object.entries(operations).flatMap(([id, operation]) => {
      const hint = updateHint(operation, models);
      return hint === undefined ? [] : [[id, hint] as const];
    }),
  );
