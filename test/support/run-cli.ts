import { join } from 'node:path';
import { createColors } from 'picocolors';
import type { Context, Outcome } from '../../src/cli/context';
import { perform } from '../../src/cli/perform';
import type { ContextFor } from '../../src/cli/program';
import { progressOf } from '../../src/cli/progress';

/** The project's own folder. */
export const ROOT = join(__dirname, '../..');

/** Runs a command in this process, and gives its exit code, its run and what it printed (stdout and stderr). */
export function runCli(words: readonly string[], over: Partial<Context> = {}): Promise<Outcome> {
  const { env = {}, err = () => undefined } = over;
  const contextFor: ContextFor = (options) => ({
    cwd: ROOT,
    env,
    out: () => undefined,
    raw: () => undefined,
    err,
    progress: progressOf({ isTerminal: false, env, err, colors: createColors(false), quiet: options.quiet }),
    colors: createColors(false),
    options,
    signal: new AbortController().signal,
    finish: async () => 0,
    perform: (inner) => perform(inner, contextFor),
    ...over,
  });
  return perform(words, contextFor);
}
