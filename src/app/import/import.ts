import { join, resolve } from 'node:path';
import { type ImportedDocument, readDocument } from '../../importers';
import { Failure, type Finding, type Run, resultOf, runOf } from '../../result';
import { CONTRACTS_FOLDER } from '../contract-reference';
import { dayOf } from '../diff/ignore-file';
import { inTurn } from '../files/turn';
import { writeTogether } from '../files/write-together';
import { check } from './check';
import { changeLines, type Difference, differenceOf } from './difference';
import { contentFindings, fileFindings } from './document-findings';
import { narrowed } from './narrowed';
import { folderFiles, type Written } from './write';

/** What is imported, and where to. */
export interface ImportOptions {
  readonly cwd: string;
  /** The document: a file or a folder of pages, with `#operation` where only one is wanted. */
  readonly reference: string;
  /** The contract's folder; that of the document's name where it is not given. */
  readonly out?: string | undefined;
  readonly wireNames?: string | undefined;
  /** For the day that announced ends are held against. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Hears that another run writes in this folder. */
  readonly onWait?: ((sentence: string) => void) | undefined;
}

/** A document that was read, and the folder of its contract. */
interface Read {
  readonly document: ImportedDocument;
  /** The document as it was named, without the operation. */
  readonly path: string;
  readonly folder: string;
}

/** What an import came to. */
export interface Imported {
  readonly folder: string;
  readonly document: ImportedDocument;
  readonly written: Written;
  /** What the document says otherwise than the time before, a line each. */
  readonly changes: readonly string[];
  /** What is wrong with the document's examples and patterns. */
  readonly examples: readonly Finding[];
  /** How a contract that was kept departs from the document; none of a new one. */
  readonly difference: Difference | undefined;
  /** The same as a run. */
  readonly run: Run;
}

/** @throws Failure (usage) where no document is named; ContractError for one that cannot be used. */
async function documentOf({ cwd, reference, out }: ImportOptions): Promise<Read> {
  const [path = '', ...words] = reference.split('#');
  if (path === '') throw new Failure('usage', 'no document is named', 'Name a file, or a folder of model pages.');
  const file = resolve(cwd, path);
  const word = words.join('#');
  const whole = readDocument(file, word);
  const folder = out ?? join(CONTRACTS_FOLDER, whole.name);
  return { document: word === '' ? await narrowed(whole, file, folder, cwd) : whole, path, folder };
}

/**
 * Writes a contract's folder from a document, all of it or nothing; a contract that is there is kept, and compared.
 * @throws Failure (usage) where no document is named; Failure (environment) where a file cannot be written; ContractError
 * for a document that cannot be used.
 */
export const importDocument = (options: ImportOptions): Promise<Imported> => inTurn(options, () => imported(options));

async function imported(options: ImportOptions): Promise<Imported> {
  const { document, path, folder } = await documentOf(options);
  const started = performance.now();
  const { files, written } = await folderFiles(options.cwd, document, { path, folder, wireNames: options.wireNames });
  writeTogether(options.cwd, files);
  const examples = contentFindings(document);
  const difference = written.isNew ? undefined : await differenceOf(options.cwd, document, folder);
  const changes = changeLines(written.before, document.models);
  const run = importRun(document, examples, Math.round(performance.now() - started));
  return { folder, document, written, changes, examples, difference, run };
}

/**
 * Compares a document with the contract that was made of it: one result for each model, operation and file.
 * @throws Failure (usage) where no document is named, or there is no contract to compare with.
 */
export async function checkDocument(options: ImportOptions): Promise<Run> {
  const { document, folder } = await documentOf(options);
  const { cwd, reference, env = {} } = options;
  return check({ cwd, document, folder, reference, today: dayOf(env) });
}

/** @throws Failure (usage) where a contract that was kept no longer fits the models that were written. */
export function requireFit({ folder, difference }: Pick<Imported, 'folder' | 'difference'>): void {
  if (difference?.broken === undefined) return;
  const message = `${folder}/contract.ts no longer fits its model.ts: ${difference.broken}`;
  throw new Failure('usage', message, 'Correct contract.ts.');
}

function importRun({ name, reports }: ImportedDocument, examples: readonly Finding[], durationMs: number): Run {
  const files = reports.map(({ file, warnings, read, skipped }) =>
    resultOf(file, fileFindings(warnings), { read: String(read), skipped: String(skipped) }),
  );
  const results = examples.length === 0 ? files : [...files, resultOf('examples', examples)];
  return runOf({ command: 'import', contract: name, seed: 0 }, results, durationMs);
}
