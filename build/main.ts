// Makes the indexes of the built package load what they give out only when it is asked for, so that a command loads what it
// uses of a module, and not all of it: after tsc, `jiti build/main.ts`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lazyIndex } from './lazy-index';

const DIST = join(__dirname, '../dist');

/** The doors are read by Node's lexer of CommonJS, which finds no names that are written otherwise than tsc does. */
const isIndex = (path: string): boolean => /(?:^|\/)index\.js$/.test(path) && !path.startsWith('doors/');

function main(): void {
  const indexes = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(isIndex);
  const texts = indexes.map((path) => {
    const namesIn = (file: string): string[] => Object.keys(require(join(DIST, path, '..', file)));
    return [path, lazyIndex(readFileSync(join(DIST, path), 'utf8'), namesIn)] as const;
  });
  for (const [path, text] of texts) if (text !== undefined) writeFileSync(join(DIST, path), text);
  const lazy = texts.filter(([, text]) => text !== undefined).length;
  console.log(`${lazy} of ${indexes.length} indexes are lazy`);
}

main();
