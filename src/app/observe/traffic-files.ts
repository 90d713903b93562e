import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Failure } from '../../result';

/** A file of traffic, and how it is named. */
export interface TrafficFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** Whether it was named, and not only found in a folder. */
  readonly isNamed: boolean;
}

/** What in a folder is traffic. */
const TRAFFIC = /\.(?:har|ndjson|jsonl|json)(?:\.gz)?$/i;

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TRAFFIC.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The files that are named, and those in the folders that are, in the order of their names.
 * @throws Failure (usage) where there is none.
 */
export function trafficFiles(words: readonly string[], cwd: string): TrafficFile[] {
  return words.flatMap((word) => {
    const path = resolve(cwd, word);
    let files: string[];
    try {
      files = filesIn(path);
    } catch (error) {
      throw new Failure('usage', `the traffic ${word} cannot be read: ${(error as Error).message}`, 'Check the path.');
    }
    if (files.length === 0)
      throw new Failure(
        'usage',
        `the folder ${word} has no traffic`,
        'Name files of HAR (.har) or NDJSON (.ndjson, .jsonl).',
      );
    return files.map((file) => ({
      path: file,
      name: relative(cwd, file).split(sep).join('/'),
      bytes: statSync(file).size,
      isNamed: file === path,
    }));
  });
}
