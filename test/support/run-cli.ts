import { join } from 'node:path';
import { createColors } from 'picocolors';
import type { Context, Outcome } from '../../src/cli/context';
import { perform } from '../../src/cli/perform';
import type { ContextFor } from '../../src/cli/program';

/** The project's own folder. */
export const ROOT = join(__dirname, '../..');

/** Runs a command in this process, and gives its exit code, its run and what it printed (stdout and stderr). */
export function runCli(words: readonly string[], over: Partial<Context> = {}): Promise<Outcome> {
  const contextFor: ContextFor = (options) => ({
    cwd: ROOT,
    env: {},
    out: () => undefined,
    err: () => undefined,
    isTerminal: false,
    colors: createColors(false),
    options,
    signal: new AbortController().signal,
    finish: async () => 0,
    perform: (inner) => perform(inner, contextFor),
    ...over,
  });
  return perform(words, contextFor);
}
