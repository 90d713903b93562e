import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, type Result } from '../result';
import { writeWhole } from './files/write-whole';

/** Of each command its own, so that none forgets what another one found. */
const fileOf = (command: string): string => join('reports', `.last-failed-${command}.json`);

/** Remembers which results of a command failed, for `--last-failed`. */
export function rememberFailed(command: string, results: readonly Result[], cwd: string): void {
  const failed = results.filter(({ status }) => status === 'failed').map(({ id }) => id);
  writeWhole(join(cwd, fileOf(command)), `${JSON.stringify(failed, null, 2)}\n`);
}

/**
 * The ids that failed the last time.
 * @throws Failure (usage) where there was no last time; Failure (nothing tested) where nothing failed then.
 */
export function lastFailed(command: string, cwd: string): string[] {
  const path = join(cwd, fileOf(command));
  const ids = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : undefined;
  if (ids === undefined)
    throw new Failure('usage', `there is no earlier run of ${command} here`, 'Run it once without --last-failed.');
  if (ids.length > 0) return ids;
  throw new Failure('nothing tested', 'nothing failed the last time', 'Run without --last-failed.');
}
