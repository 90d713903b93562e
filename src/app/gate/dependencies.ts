import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { importsOf, isScript } from '../relative-imports';

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/**
 * What a script depends on of a project: its folder, and all that it imports by relative paths, through whatever files.
 * Paths are relative to the project, as git says them.
 */
export function dependenciesOf(script: string, cwd: string): string[] {
  const found = new Set<string>();
  const has = (path: string): boolean => isFile(resolve(cwd, path));
  const visit = (path: string): void => {
    if (found.has(path) || !has(path)) return;
    found.add(path);
    if (isScript(path)) for (const next of importsOf(path, readFileSync(resolve(cwd, path), 'utf8'), has)) visit(next);
  };
  const start = posix.normalize(script);
  visit(start);
  return [posix.dirname(start), ...found];
}
