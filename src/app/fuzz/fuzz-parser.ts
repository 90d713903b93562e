import { fuzz } from '../../fuzz';
import type { Run } from '../../result';
import { keptCases } from './corpus';
import { type ParserOptions, parserFor, subjectFor } from './parser-options';

/** A parser, and how much it is fuzzed. */
export interface FuzzParserOptions extends ParserOptions {
  readonly seed?: number | undefined;
  /** How many responses at most; 2000 where it is not given. */
  readonly runs?: number | undefined;
  /** Seconds of the whole run at most; with it, `runs` has no limit of its own. */
  readonly time?: number | undefined;
  /** Seconds that one response may take; 2 where it is not given. */
  readonly timeout?: number | undefined;
  /** A folder of cases that are run first. */
  readonly corpus?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const milliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;

/**
 * Feeds a response parser what its contract allows, which it must read faithfully, and each departure from it, which it
 * must refuse, as `pactcheck fuzz` does; and gives the run. A function runs in this process, where one that never comes
 * back blocks it; a parser that is named, `file.ts#export`, in a worker of its own.
 * @throws Failure (usage, environment) where the contract or the parser cannot be loaded, or the parser reads nothing.
 * @example
 * const run = await fuzzParser({
 *   contract: 'user-update-resp',
 *   parser: parseUser,
 *   rejectsWith: ['UnreadableResponse'],
 * });
 * expect(run.summary.failed).toBe(0);
 */
export async function fuzzParser(options: FuzzParserOptions): Promise<Run> {
  const { seed = 1, time, runs, timeout, corpus, cwd = process.cwd(), signal } = options;
  const kept = corpus === undefined ? [] : keptCases(corpus, cwd);
  return fuzz({
    ...(await subjectFor(options, seed)).options,
    parser: await parserFor(options),
    kept,
    afterOthers: kept.length > 0,
    runs: runs ?? (time === undefined ? undefined : Number.POSITIVE_INFINITY),
    time: milliseconds(time),
    limit: milliseconds(timeout),
    signal,
  });
}
