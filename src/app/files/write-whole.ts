import { appendFileSync, statSync, writeFileSync } from 'node:fs';
import { drop, moveIn, moveTo, type NewFile, naming, stage } from './stage';

/** A device or a pipe, such as `/dev/stdout`: it is written to, and must stay what it is. */
function isDevice(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/**
 * Writes a file whole or not at all: beside its place, then moved there. Makes its folder.
 * @throws Failure (environment) with path and reason where it cannot be written.
 */
export function writeWhole(path: string, content: NewFile['content']): void {
  if (naming(path, () => isDevice(path))) {
    naming(path, () => writeFileSync(path, content));
    return;
  }
  const move = moveTo(path);
  try {
    stage(move, content);
    moveIn(move);
  } catch (error) {
    drop(move);
    throw error;
  }
}

/**
 * Adds to the end of a file that others write too.
 * @throws Failure (environment) where that cannot be done.
 */
export const appendTo = (path: string, content: string): void => naming(path, () => appendFileSync(path, content));
