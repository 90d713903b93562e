import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER, ownerName, ownerState } from '../../cleanup';

/** How old what another container's run has left must be to count as left, in milliseconds: nothing else tells. */
const OLD = 600_000;

/** Tells one file of this process from another, and from those of all others: `<owner>-<random>`. */
export const ownMark = (): string => `${ownerName()}-${randomBytes(6).toString('hex')}`;

/** What {@link ownMark} looks like; the owner is its group. */
export const MARK = `(${OWNER})-[0-9a-f]{12}`;

/** Returns a name for what is not complete yet, to lie beside its place. */
export const unfinishedName = (name: string): string => `.${name.slice(0, 100)}.${ownMark()}.tmp`;

const UNFINISHED = new RegExp(`^\\..*\\.${MARK}\\.tmp$`);

function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > OLD;
}

/** Whether nobody will go on with a file: the run that it belongs to was ended. */
export function isAbandoned(path: string, owner: string): boolean {
  const state = ownerState(owner);
  return state === 'gone' || (state === 'elsewhere' && isOld(path));
}

/** The names in a folder; none where it is not there, or nobody may look at it. */
export const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const tidied = new Set<string>();

/** Removes what runs that were ended have left unfinished in a folder; looks once. */
export function tidy(folder: string): void {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  for (const name of namesIn(folder)) {
    const owner = UNFINISHED.exec(name)?.[1];
    const path = join(folder, name);
    if (owner !== undefined && isAbandoned(path, owner)) rmSync(path, { recursive: true, force: true });
  }
}
