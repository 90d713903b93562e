import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** A file that is run as a program of its own, in a worker or a process. */
export interface Entry {
  /** The file: built, or its TypeScript source. */
  readonly file: string;
}

const bundles = new Map<string, string>();

/**
 * What Node runs for an entry. Built files run as they are. From its sources, as in our own tests, an entry is bundled by
 * a development dependency, once: compiling all that it needs at each start would take a second each time.
 */
export function programOf({ file }: Entry): string {
  if (extname(file) !== '.ts') return file;
  const program = bundles.get(file) ?? bundled(file);
  bundles.set(file, program);
  return program;
}

/** Beside the packages that it loads, under a name that its content gives. */
function bundled(file: string): string {
  const { buildSync } = require('esbuild') as typeof import('esbuild');
  const [output] = buildSync({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    packages: 'external',
    keepNames: true,
    write: false,
  }).outputFiles;
  const text = output?.text ?? '';
  const folder = join(dirname(require.resolve('esbuild/package.json')), '../.cache/pactcheck');
  const program = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`);
  mkdirSync(folder, { recursive: true });
  const unfinished = `${program}.${process.pid}.tmp`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, program);
  return program;
}
