import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Bench } from './bench';

const schema = (name: string): object => ({
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, [`of${name}`]: { type: 'string', enum: ['A', 'B', 'C'] } },
});

/** A document of three operations, each with a model of its own. */
export const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: Object.fromEntries(
    ['One', 'Two', 'Three'].map((name) => [
      `/${name.toLowerCase()}`,
      {
        get: {
          operationId: `get${name}`,
          responses: { 200: { description: 'd', content: { 'application/json': { schema: schema(name) } } } },
        },
      },
    ]),
  ),
});

/** All files of a folder but temporary ones of the bench, by their paths. */
export function treeOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  return new Map(
    paths.filter((path) => !path.startsWith('.tmp')).map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

/** How one tree differs from another; `the same` where it does not. */
export function differenceOf(came: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): string {
  const missing = [...wanted.keys()].filter((path) => !came.has(path)).map((path) => `${path} is missing`);
  const extra = [...came.keys()].filter((path) => !wanted.has(path)).map((path) => `${path} is left`);
  const other = [...came].filter(([path, text]) => wanted.has(path) && wanted.get(path) !== text);
  const all = [...missing, ...extra, ...other.map(([path]) => `${path} is another`)];
  return all.length === 0 ? 'the same' : all.join(', ');
}

/** The tree that commands give in a folder of their own, to compare with. */
export async function treeAfter(
  bench: Bench,
  files: Readonly<Record<string, string>>,
  commands: readonly (readonly string[])[],
): Promise<Map<string, string>> {
  const folder = bench.inner('wanted', files);
  for (const words of commands) await bench.run(words, { cwd: folder });
  return treeOf(folder);
}
