import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Journal, undo } from './journal';
import { type Move, missingFolder, moveIn, moveTo, type NewFile, stage } from './stage';
import { writeWhole } from './write-whole';

/** What stands in a place now, to be put back. */
const heldBy = (path: string): Buffer | undefined => (existsSync(path) ? readFileSync(path) : undefined);

function putBack(path: string, content: Buffer | undefined): void {
  if (content === undefined) rmSync(path, { force: true });
  else writeFileSync(path, content);
}

/** Moves all to their places, or none: what was moved is put back where one of them cannot be. */
function moveAll(moves: readonly Move[]): void {
  const done: (() => void)[] = [];
  try {
    for (const move of moves) {
      const before = heldBy(move.to);
      moveIn(move);
      done.push(() => putBack(move.to, before));
    }
  } catch (error) {
    for (const back of done.reverse()) back();
    throw error;
  }
}

/**
 * Writes files that belong together: all of them or none, also where the run is ended at any moment: the next run in this
 * folder finishes or undoes it.
 * @param cwd the folder that the runs are started in.
 * @throws Failure (environment) with path and reason where one of them cannot be written.
 */
export function writeTogether(cwd: string, files: readonly NewFile[]): void {
  const [only, ...others] = files;
  if (only === undefined) return;
  if (others.length === 0) {
    writeWhole(only.path, only.content);
    return;
  }
  const planned = files.map(({ path, content }) => ({ move: moveTo(path), content }));
  const moves = planned.map(({ move }) => move);
  const folders = [...new Set(moves.flatMap(({ to }) => missingFolder(to) ?? []))];
  const journal = Journal.begin(cwd, { moves, folders });
  try {
    for (const { move, content } of planned) stage(move, content);
    journal?.written();
    moveAll(moves);
  } catch (error) {
    undo({ moves, folders });
    throw error;
  } finally {
    journal?.end();
  }
}
