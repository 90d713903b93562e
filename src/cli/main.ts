import { createColors } from 'picocolors';
import type { Context, GlobalOptions } from './context';
import { ask, type Host, terminals } from './host';
import { printed } from './printed';
import { runProgram } from './program';
import { progressOf } from './progress';

/** Whether to colour: what NO_COLOR, FORCE_COLOR, `--no-color` and the terminal say, in this order. */
function wantsColor(words: readonly string[], isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR || words.includes('--no-color') || words.includes('--json')) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : isTerminal;
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

/** This process as it is, which nothing interrupts. */
const thisProcess = (): Host => ({
  out: ownStdout(),
  err: (text) => void process.stderr.write(text),
  isTerminal: terminals(),
  ask,
  signal: new AbortController().signal,
  onCalled: () => undefined,
});

/** Makes the context of a command in a host. */
export function contextIn(host: Host, words: readonly string[], options: GlobalOptions): Context {
  const { out: raw, err, isTerminal, signal } = host;
  const isColored = wantsColor(words, isTerminal.stdout);
  const colors = createColors(isColored);
  const context: Context = {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => raw(printed(text, isColored)),
    raw,
    err: (text) => err(printed(text, isColored)),
    ...(isTerminal.stdin ? { ask: host.ask } : {}),
    progress: progressOf({ isTerminal: isTerminal.stderr, env: process.env, err, colors, quiet: options.quiet }),
    colors,
    options,
    signal,
    onCalled: host.onCalled,
    finish: (run, told) => (require('./finish') as typeof import('./finish')).finish(run, context, told),
  };
  return context;
}

/**
 * The program `pactcheck`, in this process or in another host.
 * @returns the exit code.
 */
export async function main(words: readonly string[], host: Host = thisProcess()): Promise<number> {
  try {
    return await runProgram(words, (options) => contextIn(host, words, options));
  } catch (error) {
    const flags = { json: false, quiet: false, verbose: words.includes('--verbose'), reporter: [], config: undefined };
    const { reportFailure } = require('./failure-text') as typeof import('./failure-text');
    return reportFailure(error, contextIn(host, words, flags));
  }
}
