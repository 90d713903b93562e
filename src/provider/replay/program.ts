import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What to start a process of our own with: the file that Node runs, and its arguments. */
export interface Program {
  readonly file: string;
  readonly words: readonly string[];
}

/** A program in a folder of the built package or, where it runs from its sources, of those, read through jiti. */
export function programIn(folder: string, name: string): Program {
  const built = join(folder, `${name}.js`);
  if (existsSync(built)) return { file: built, words: [] };
  const jiti = dirname(require.resolve('jiti/package.json'));
  return { file: join(jiti, 'lib/jiti-cli.mjs'), words: [join(folder, `${name}.ts`)] };
}
