import { type Run, runOf } from '../../result';
import { nameOf } from '../command';
import { COMMANDS } from '../commands';
import type { GlobalOptions } from '../context';
import type { Signal } from '../exit-codes';
import { type Host, tell, terminals, writeAll } from '../host';
import { contextIn } from '../main';
import { type End, failureOf } from './ends';

/** The supervisor's own process, as a host that reports. */
const reporting: Host = {
  out: (text) => writeAll(1, text),
  err: tell,
  isTerminal: terminals(),
  ask: () => Promise.resolve(''),
  signal: new AbortController().signal,
  onCalled: () => undefined,
};

const plainOptions = (words: readonly string[]): GlobalOptions => ({
  json: false,
  quiet: false,
  verbose: words.includes('--verbose'),
  reporter: [],
  config: undefined,
});

/** Tells why a command ended before it was done. */
export function reportEnd(end: End, words: readonly string[]): void {
  const { reportFailure } = require('../failure-text') as typeof import('../failure-text');
  reportFailure(failureOf(end), contextIn(reporting, words, plainOptions(words)));
}

/** Nothing is known of a command that was interrupted while it computed. */
function unknownRun([command = '', ...words]: readonly string[]): Run {
  const subject = words.find((word) => !word.startsWith('-')) ?? '';
  const seed = Number(words[words.indexOf('--seed') + 1]);
  const head = { command, contract: subject, seed: words.includes('--seed') && Number.isInteger(seed) ? seed : 1 };
  return { ...runOf(head, [], 0), interrupted: true };
}

const givesRun = ([name]: readonly string[]): boolean =>
  COMMANDS.some((entry) => nameOf(entry) === name && entry.isPrinter !== true);

/**
 * Tells that a command was interrupted.
 * @param options the command's, where nothing of its report was written yet: then it is reported as interrupted.
 */
export async function reportInterrupted(
  signal: Signal,
  words: readonly string[],
  options: GlobalOptions | undefined,
): Promise<void> {
  tell(`interrupted by ${signal}\n`);
  if (options !== undefined && (options.json || givesRun(words)))
    await contextIn(reporting, words, options).finish(unknownRun(words));
}
