import { posix } from 'node:path';

/** The top folders of the repository that a text may name a path in. */
const TOP = '(?:assets|bench|bin|contracts|docs|examples|pacts|src|test|\\.ci)';

/** A path that a text names, and the text. */
export interface NamedPath {
  readonly file: string;
  readonly path: string;
}

/**
 * The paths of this repository that a Markdown text names: in links, relative to the text, and as code, from the root.
 * @param file the path of the text.
 */
export function namedPaths(file: string, text: string): NamedPath[] {
  const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, path = '']) =>
    posix.normalize(posix.join(posix.dirname(file), path)),
  );
  const words = [...text.matchAll(new RegExp(`(?<![\\w./<-])${TOP}/[\\w./*-]*`, 'g'))].map(([path]) =>
    path.replace(/[./]+$/, ''),
  );
  return [...new Set([...links.map((path) => path.replace(/\/$/, '')), ...words])].map((path) => ({ file, path }));
}
