import { extname } from 'node:path';

/** A file that is run as a program of its own, in a worker or a process. */
export interface Entry {
  /** The file: built, or its TypeScript source. */
  readonly file: string;
}

/**
 * What Node is told to run an entry. Built files run as they are. From its sources, as in our own tests, TypeScript is
 * compiled at loading by the hook of a development dependency: workers and processes take it by `--require` alike.
 */
export const nodeOptionsFor = ({ file }: Entry): string[] =>
  extname(file) === '.ts' ? ['--require', require.resolve('esbuild-register')] : [];
