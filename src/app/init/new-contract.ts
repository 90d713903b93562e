import { cpSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Failure } from '../../result';
import { type NewFile, removeEmpty } from '../files/stage';
import { tidy, unfinishedName } from '../files/temporary-name';
import { writeWhole } from '../files/write-whole';
import { folderFiles } from '../import/write';
import { type PactsOptions, pactFilesOf } from '../pacts/pacts';
import { extendedContract } from './extended-contract';
import type { Plan } from './plan';

/** Gives an error of a contract that lies elsewhere for now the place where it is to lie. */
function placedIn(folder: string, staged: string, error: unknown): unknown {
  if (!(error instanceof Failure)) return error;
  const [message, next] = [error.message, error.next].map((text) => text?.replaceAll(staged, folder));
  // The document is what a person can change where nothing can be made of it.
  return new Failure(error.kind === 'nothing tested' ? 'usage' : error.kind, message ?? '', next);
}

/** The files in another folder. */
const movedTo = (to: string, from: string, files: readonly NewFile[]): NewFile[] =>
  files.map(({ path, content }) => ({ path: join(to, relative(from, path)), content }));

/** A contract's folder and its pacts, before they are written. */
export interface NewContract {
  readonly files: readonly NewFile[];
  /** The operations that have no pact, with the reason. */
  readonly unsendable: readonly (readonly [id: string, reason: string])[];
}

async function ownFiles(cwd: string, plan: Plan): Promise<NewFile[]> {
  const { document, folder, path, isThere } = plan;
  const { files } = await folderFiles(cwd, document, { path, folder });
  return isThere ? [...files, extendedContract(cwd, plan)] : [...files];
}

/**
 * The files of a contract's folder, new or with more operations, and its pacts: made of a copy that lies beside the folder
 * for so long, so that nothing is in its place before everything is.
 * @param onOperation told when interactions of an operation are made.
 * @throws Failure (usage) where operations cannot be added, or no pacts can be made of the contract.
 */
export async function newContract(
  cwd: string,
  plan: Plan,
  onOperation: PactsOptions['onOperation'],
): Promise<NewContract> {
  const { document, folder, isThere } = plan;
  const files = await ownFiles(cwd, plan);
  const own = resolve(cwd, folder);
  const staged = join(dirname(folder), unfinishedName(document.name)).replaceAll('\\', '/');
  const stagedFolder = resolve(cwd, staged);
  try {
    if (isThere) cpSync(own, stagedFolder, { recursive: true });
    for (const file of movedTo(stagedFolder, own, files)) writeWhole(file.path, file.content);
    tidy(dirname(stagedFolder));
    const pacts = await pactFilesOf({ contracts: [`${staged}/contract.ts`], pacts: 'pacts', cwd, onOperation });
    const made = pacts.written.contracts.find(({ contract }) => contract.name === document.name);
    return {
      files: [...files, ...pacts.files.map((file) => within(stagedFolder, own, file))],
      unsendable: [...(made?.plan.unsendable ?? [])],
    };
  } catch (error) {
    throw placedIn(folder, staged, error);
  } finally {
    rmSync(stagedFolder, { recursive: true, force: true });
    removeEmpty(dirname(stagedFolder), dirname(stagedFolder));
  }
}

/** A file, in another folder where it was to lie in this one. */
function within(from: string, to: string, file: NewFile): NewFile {
  const inside = relative(from, file.path);
  return inside.startsWith('..') ? file : { ...file, path: join(to, inside) };
}
