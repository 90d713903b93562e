import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, type Result } from '../result';
import { writeWhole } from './write-file';

const FILE = join('reports', '.last-failed.json');

/** Remembers which results of a command failed, for `--last-failed`. */
export function rememberFailed(command: string, results: readonly Result[], cwd: string): void {
  const failed = results.filter(({ status }) => status === 'failed').map(({ id }) => id);
  writeWhole(join(cwd, FILE), `${JSON.stringify({ [command]: failed }, null, 2)}\n`);
}

/**
 * The ids that failed the last time.
 * @throws Failure (usage) where there was no last time; Failure (nothing tested) where nothing failed then.
 */
export function lastFailed(command: string, cwd: string): string[] {
  const path = join(cwd, FILE);
  const ids = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string[]>)[command]
    : undefined;
  if (ids === undefined)
    throw new Failure('usage', `there is no earlier run of ${command} here`, 'Run it once without --last-failed.');
  if (ids.length > 0) return ids;
  throw new Failure('nothing tested', 'nothing failed the last time', 'Run without --last-failed.');
}
