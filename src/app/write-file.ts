import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../result';

/**
 * Writes a file whole or not at all: to a temporary one beside it, then renamed. Makes its folder.
 * @throws Failure (usage) where it cannot be written.
 */
export function writeWhole(path: string, content: string | Buffer): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Failure('usage', `${path} cannot be written: ${(error as Error).message}`, 'Choose another place.');
  }
}

/**
 * Adds to the end of a file that others write too.
 * @throws Failure (environment) where that cannot be done.
 */
export function appendTo(path: string, content: string): void {
  try {
    appendFileSync(path, content);
  } catch (error) {
    throw new Failure('environment', `${path} cannot be written: ${(error as Error).message}`);
  }
}
