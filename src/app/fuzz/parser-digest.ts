import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { dependenciesOf } from '../gate/dependencies';

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** Tells versions of a parser apart, by the text of all that it imports; of a command, by its words alone. */
export function parserDigest(reference: string, cwd: string): string {
  const hash = createHash('sha256').update(reference);
  const [path = ''] = reference.split('#');
  const files = reference.startsWith('cmd:') ? [] : dependenciesOf(relative(cwd, resolve(cwd, path)), cwd);
  for (const file of files.map((name) => resolve(cwd, name)).filter(isFile)) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
