import { existsSync, mkdirSync, realpathSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, systemFailure } from '../../result';
import { tidy, unfinishedName } from './temporary-name';

/** A file, and all that it shall hold. */
export interface NewFile {
  /** Absolute. */
  readonly path: string;
  readonly content: string | Buffer;
}

/** A file that is written beside its place, and then moved there. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where a link leads, so that it stays a link. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Returns the way that a file takes to its place. */
export function moveTo(path: string): Move {
  const to = placeOf(path);
  return { from: join(dirname(to), unfinishedName(basename(to))), to };
}

/** Throws what a call throws as a failure that names the file. */
export function naming<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw systemFailure(error, path) ?? error;
  }
}

function requireFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Failure(
      'environment',
      `${path} cannot be written: it is a folder`,
      'Choose another place, or remove it.',
    );
}

/** Returns the outermost folder of a path that is not there yet. */
export function missingFolder(path: string): string | undefined {
  const folder = dirname(path);
  if (folder === path || existsSync(folder)) return undefined;
  return missingFolder(folder) ?? folder;
}

function makeFolderOf(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    const missing = missingFolder(path);
    // Of a read-only file system Node says that the folder around is not there; the system itself says what it is.
    if (missing !== undefined) mkdirSync(missing);
    throw error;
  }
}

/** Writes a file beside its place, with the rights that the one there has, or leaves nothing. */
export function stage({ from, to }: Move, content: NewFile['content']): void {
  const missing = missingFolder(to);
  try {
    requireFile(to);
    makeFolderOf(to);
    tidy(dirname(to));
    const mode = statSync(to, { throwIfNoEntry: false })?.mode;
    writeFileSync(from, content, mode === undefined ? {} : { mode });
  } catch (error) {
    drop({ from });
    if (missing !== undefined) removeEmpty(dirname(to), missing);
    throw systemFailure(error, to) ?? error;
  }
}

/** Moves a file to its place. */
export const moveIn = ({ from, to }: Move): void => naming(to, () => renameSync(from, to));

/** Removes what was written beside its place. */
export function drop({ from }: Pick<Move, 'from'>): void {
  try {
    rmSync(from, { force: true });
  } catch {
    // Nothing could be written there.
  }
}

/** Removes folders, from the innermost to one of those around it, as far as nothing is in them. */
export function removeEmpty(inner: string, outer: string): void {
  try {
    rmdirSync(inner);
  } catch {
    // Something is in it: it stays.
    return;
  }
  if (inner !== outer && dirname(inner) !== inner) removeEmpty(dirname(inner), outer);
}
