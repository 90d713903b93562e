import type { Run } from '../result';
import type { Outcome } from './context';
import { exitCodeOf } from './exit-codes';
import { described } from './failure-text';
import { type ContextFor, runProgram } from './program';

/** Runs a command with its output and its run kept, for a command that is made of others. */
export async function perform(words: readonly string[], contextFor: ContextFor): Promise<Outcome> {
  let output = '';
  let run: Run | undefined;
  const keepOutput = (text: string): void => {
    output += text;
  };
  const captured: ContextFor = (options) => ({
    ...contextFor(options),
    out: keepOutput,
    raw: keepOutput,
    err: keepOutput,
    onCalled: () => undefined,
    finish: async (finished) => {
      run = finished;
      return exitCodeOf(finished);
    },
  });
  try {
    const exitCode = await runProgram(words, captured);
    return { exitCode, run, output, failure: undefined };
  } catch (error) {
    const { message, next, exitCode } = described(error);
    return { exitCode, run, output, failure: { message, next } };
  }
}
