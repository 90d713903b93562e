import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ImportedDocument, readDocument } from '../../importers';
import { Failure } from '../../result';
import { loadSource } from '../contract-reference';

/** The ids of the operations of the contract in a folder; none where there is no contract that can be read. */
export async function operationsIn(folder: string, cwd: string): Promise<string[]> {
  const file = join(folder, 'contract.ts');
  if (!existsSync(resolve(cwd, file))) return [];
  try {
    return Object.keys((await loadSource(file, { cwd })).operations);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

/**
 * Reads of a document the operations that the contract in a folder has: what others need is none of its business. All of
 * it where there is no contract, or it has none of them.
 * @throws ContractError for a document that cannot be used.
 */
export async function narrowed(whole: ImportedDocument, file: string, folder: string, cwd: string) {
  const had = await operationsIn(folder, cwd);
  const all = Object.keys(whole.operations);
  const wanted = all.filter((id) => had.includes(id));
  return wanted.length === 0 || wanted.length === all.length ? whole : readDocument(file, wanted);
}
