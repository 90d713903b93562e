import { join } from 'node:path';
import type { ParserUnderTest } from '../../src/fuzz';

/** A parser in a file beside these tests, where it runs apart from them. */
export const moduleParser = (reference: string, isolate: 'worker' | 'process' = 'worker'): ParserUnderTest => ({
  kind: 'module',
  reference: join(__dirname, reference),
  cwd: __dirname,
  isolate,
  entry: { file: join(__dirname, '../../src/app/fuzz-program.ts') },
});
