import { join } from 'node:path';
import { createColors } from 'picocolors';
import { failureOf } from '../../src/app/failure-of';
import type { Context } from '../../src/cli/context';
import { exitCodeOf } from '../../src/cli/exit-code-of';
import { EXIT_CODES } from '../../src/cli/exit-codes';
import { runProgram } from '../../src/cli/program';
import { progressOf } from '../../src/cli/progress';
import type { Failure, Run } from '../../src/result';

/** The project's own folder. */
export const ROOT = join(__dirname, '../..');

/** What a command came to. */
export interface Outcome {
  readonly exitCode: number;
  /** What it would have reported. */
  readonly run: Run | undefined;
  /** What it printed (stdout and stderr). */
  readonly output: string;
  /** Why it could not do its work. */
  readonly failure: Pick<Failure, 'message' | 'next'> | undefined;
}

/** Runs a command in this process, and keeps its output and its run. */
export async function runCli(words: readonly string[], over: Partial<Context> = {}): Promise<Outcome> {
  const { env = {}, err: heard = () => undefined } = over;
  let output = '';
  let run: Run | undefined;
  const keep = (text: string): void => {
    output += text;
  };
  const colors = createColors(false);
  try {
    const exitCode = await runProgram(words, (options) => ({
      cwd: ROOT,
      env,
      progress: progressOf({ isTerminal: false, env, err: heard, colors, quiet: options.quiet }),
      colors,
      options,
      signal: new AbortController().signal,
      ...over,
      out: keep,
      raw: keep,
      err: keep,
      finish: async (finished) => {
        run = finished;
        return exitCodeOf(finished);
      },
    }));
    return { exitCode, run, output, failure: undefined };
  } catch (error) {
    const { message, next, kind } = failureOf(error);
    return { exitCode: EXIT_CODES[kind], run, output, failure: { message, next } };
  }
}
