import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Ignorable, type Ignore, readIgnores } from '../../breaking';
import { Failure } from '../../result';

/**
 * The entries of an ignore file, JSON or YAML; none where no file is named.
 * @throws Failure (usage) where it cannot be read, or an entry is wrong.
 */
export function ignoresOf(file: string | undefined, cwd: string, what: Ignorable = 'change'): Ignore[] {
  if (file === undefined) return [];
  const { parse } = require('yaml') as typeof import('yaml');
  try {
    return readIgnores(parse(readFileSync(resolve(cwd, file), 'utf8')) ?? [], file, what);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'usage',
      `${file} cannot be read: ${(error as Error).message}`,
      what === 'change' ? 'Check --ignore.' : 'Check --baseline.',
    );
  }
}

/** The day that ignores are held against: what SOURCE_DATE_EPOCH says, so that a build can be repeated, or today. */
export function dayOf(env: Readonly<Record<string, string | undefined>>): string {
  const seconds = Number(env['SOURCE_DATE_EPOCH']);
  const date = env['SOURCE_DATE_EPOCH'] && Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date();
  return date.toISOString().slice(0, 10);
}
