import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownerName } from '../../cleanup';
import { Failure, systemFailure } from '../../result';
import { drop, type Move, moveIn, naming, removeEmpty } from './stage';
import { isAbandoned, MARK, namesIn, ownMark, tidy } from './temporary-name';

/** Files that come to their places together: what is written down before the first one is touched. */
interface Entry {
  readonly moves: readonly Move[];
  /** Folders that were not there before. */
  readonly folders: readonly string[];
}

/** `written`: all files lie beside their places, and are to be moved there. */
type Stage = 'begun' | 'written';

const NAME = new RegExp(`^\\.pactcheck-files-${MARK}\\.(begun|written)$`);

/** Where nothing can be written down, each file is still whole, but not all of them together. */
const UNWRITABLE = new Set(['EACCES', 'EROFS', 'EPERM']);

/** Undoes what was not written to its end: nothing is in its place yet. */
export function undo({ moves, folders }: Entry): void {
  for (const move of moves) drop(move);
  for (const { to } of moves)
    for (const outer of folders) if (`${dirname(to)}/`.startsWith(`${outer}/`)) removeEmpty(dirname(to), outer);
}

/** What a run that changes several files writes down, so that the next one can finish or undo it. */
export class Journal {
  private readonly path: string;
  private stage: Stage = 'begun';

  private constructor(cwd: string) {
    this.path = join(cwd, `.pactcheck-files-${ownMark()}`);
  }

  /** @returns none where the folder cannot be written to. */
  static begin(cwd: string, entry: Entry): Journal | undefined {
    const journal = new Journal(cwd);
    try {
      writeFileSync(`${journal.path}.begun`, JSON.stringify(entry));
      return journal;
    } catch (error) {
      journal.end();
      if (UNWRITABLE.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw systemFailure(error, cwd) ?? error;
    }
  }

  /** From now on it is finished, whatever happens to this run. */
  written(): void {
    naming(this.path, () => renameSync(`${this.path}.begun`, `${this.path}.written`));
    this.stage = 'written';
  }

  end(): void {
    rmSync(`${this.path}.${this.stage}`, { force: true });
  }
}

function entryIn(path: string): Entry {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Entry;
  } catch {
    // It was ended while it wrote this down: before all else.
    return { moves: [], folders: [] };
  }
}

/** Finishes or undoes what an entry says. @returns the files that were moved to their places. */
function settle(path: string, stage: Stage): string[] {
  const entry = entryIn(path);
  const open = entry.moves.filter(({ from }) => existsSync(from));
  if (stage === 'begun') undo(entry);
  else for (const move of open) moveIn(move);
  rmSync(path, { force: true });
  return stage === 'begun' ? [] : open.map(({ to }) => to);
}

/** Folders of a project that something may have been left unfinished in. */
const WRITTEN = ['contracts', 'pacts', 'reports'];

/**
 * Finishes what runs that were ended had begun to write in a folder, or undoes it where they had not written all of it.
 * @param isOwn whether this process's own is meant, too: of its thread, which was ended.
 * @returns the files that came to their places now.
 * @throws Failure (environment) with what to do where that cannot be done.
 */
export function settleUnfinished(cwd: string, isOwn = false): string[] {
  for (const folder of WRITTEN) tidy(join(cwd, folder));
  return namesIn(cwd).flatMap((name) => {
    const [, owner = '', stage] = NAME.exec(name) ?? [];
    const path = join(cwd, name);
    if (stage === undefined || !(isAbandoned(path, owner) || (isOwn && owner === ownerName()))) return [];
    try {
      return settle(path, stage as Stage);
    } catch (error) {
      const message = `an earlier run was ended while it wrote, and cannot be finished: ${(error as Error).message}`;
      throw new Failure('environment', message, `Mend that; or delete ${name}, and do anew what was done then.`);
    }
  });
}
