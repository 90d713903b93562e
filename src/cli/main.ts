import { createColors } from 'picocolors';
import type { Context, GlobalOptions } from './context';
import { runProgram } from './program';
import { progressOf } from './progress';

/** Whether to colour: what NO_COLOR, FORCE_COLOR, `--no-color` and the terminal say, in this order. */
function wantsColor(words: readonly string[]): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR || words.includes('--no-color') || words.includes('--json')) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : process.stdout.isTTY === true;
}

/** Aborted by the first interrupt; the second one ends the process as usual. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

/**
 * Keeps stdout for what a command says, and gives what writes to it: a parser, or state handlers, that run in this process
 * and print something do so on stderr.
 */
function ownStdout(): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (text) => void write(text);
}

/** Asks on stderr, since stdout may be read by a program. */
async function ask(question: string): Promise<string> {
  const { createInterface } = require('node:readline/promises') as typeof import('node:readline/promises');
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await reader.question(question)).trim();
  } finally {
    reader.close();
  }
}

/**
 * The program `pactcheck`.
 * @returns the exit code: 0 passed, 1 findings, 2 usage, 3 environment, 4 nothing tested.
 */
export async function main(words: readonly string[]): Promise<number> {
  const signal = interruptSignal();
  // Who reads our output may stop early, as `head` does: there is nobody to tell any more.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  const out = ownStdout();
  const contextFor = (options: GlobalOptions): Context => {
    const isTerminal = process.stderr.isTTY === true;
    const err = (text: string): void => void process.stderr.write(text);
    const colors = createColors(wantsColor(words));
    const context: Context = {
      cwd: process.cwd(),
      env: process.env,
      out,
      err,
      ...(process.stdin.isTTY === true ? { ask } : {}),
      progress: progressOf({ isTerminal, env: process.env, err, colors, quiet: options.quiet }),
      colors,
      options,
      signal,
      finish: (run, told) => (require('./finish') as typeof import('./finish')).finish(run, context, told),
      perform: (inner) => (require('./perform') as typeof import('./perform')).perform(inner, contextFor),
    };
    return context;
  };
  try {
    return await runProgram(words, contextFor);
  } catch (error) {
    const flags = { json: false, quiet: false, verbose: words.includes('--verbose'), reporter: [], config: undefined };
    const { reportFailure } = require('./failure-text') as typeof import('./failure-text');
    return reportFailure(error, contextFor(flags));
  }
}
