import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteLeft } from './left';
import { OWNER, ownerName, ownerState } from './owner';

/** A folder of our own in the temporary folder of the machine. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** `pactcheck-<what for>-<owner>-<random>` */
const NAME = new RegExp(`^pactcheck-[a-z]+-(${OWNER})-\\w{6}$`);

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // Folders may be made where nobody may look around.
    return [];
  }
};

/** Removes the temporary folders of runs that were killed; those of others, which we may not remove, stay. */
export function removeAbandoned(): void {
  for (const name of namesIn(tmpdir())) {
    const owner = NAME.exec(name)?.[1];
    if (owner === undefined || ownerState(owner) !== 'gone') continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Somebody else's.
    }
  }
}

let isTidied = false;

/**
 * Makes a temporary folder, and the first time removes those that killed runs have left.
 * @param purpose a word, in small letters.
 */
export function temporaryFolder(purpose: string): TemporaryFolder {
  if (!isTidied) removeAbandoned();
  isTidied = true;
  const path = mkdtempSync(join(tmpdir(), `pactcheck-${purpose}-${ownerName()}-`));
  const gone = noteLeft({ kind: 'folder', path });
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true });
    gone();
  };
  return { path, remove };
}
