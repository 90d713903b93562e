import { posix } from 'node:path';

const IMPORTED = /(?:from\s*|import\s*\(?\s*|require\s*\(\s*)['"](\.{1,2}\/[^'"]+|\.{1,2})['"]/g;
const ENDINGS = ['', '.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.json', '/index.ts', '/index.js'];

/** Whether a file is one that imports others. */
export const isScript = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path);

const withoutEnding = (path: string): string => path.replace(/\.[cm]?js$/, '');

/**
 * The files that a script imports by a relative path, as Node and TypeScript find them. Read from the text as it
 * stands: what a comment names counts too, which does no harm.
 * @param has whether there is a file of a name.
 */
export function importsOf(path: string, text: string, has: (path: string) => boolean): string[] {
  return [...text.matchAll(IMPORTED)].flatMap(([, specifier = '']) => {
    const target = posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\/$/, '');
    const candidates = [target, withoutEnding(target)].flatMap((base) => ENDINGS.map((ending) => base + ending));
    const found = candidates.find(has);
    return found === undefined ? [] : [found];
  });
}
