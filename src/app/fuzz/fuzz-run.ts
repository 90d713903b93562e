import { type FuzzOptions, fuzz } from '../../fuzz';
import type { Run } from '../../result';
import { contractDigest } from '../contract-digest';
import { contractFileOf } from '../contract-reference';
import type { Tell } from '../document-warnings';
import { shardOf } from '../shard';
import { CheckpointFile } from './checkpoint-file';
import { keptCases } from './corpus';
import { jestSnippet } from './jest-snippet';
import { parserDigest } from './parser-digest';
import { replayCommand } from './replay-command';
import { parserOf, subjectOf } from './subject';
import { type Watched, watchedFuzz } from './watched-fuzz';
import type { ParserWords, RunWords } from './words';
import { writtenCases } from './written-cases';

/** Which cases are run: all, one by its id, or those that are written somewhere. */
function casesAsked(
  { replay, corpus }: RunWords,
  cwd: string,
): Pick<FuzzOptions, 'kept' | 'onlyKept' | 'afterOthers' | 'only'> {
  const written = replay === undefined ? undefined : writtenCases(replay, cwd);
  if (written !== undefined) return { kept: written, onlyKept: true, afterOthers: true };
  const kept = corpus === undefined ? [] : keptCases(corpus, cwd);
  return { kept, afterOthers: kept.length > 0, only: replay };
}

/** How much is done: for a time, as many as there is time for. */
const amountOf = ({ runs, time, timeout, memory, shard }: RunWords, env: Surroundings['env']) => ({
  runs: runs ?? (time === undefined ? undefined : Number.POSITIVE_INFINITY),
  time: time === undefined ? undefined : time * 1000,
  limit: timeout * 1000,
  memory,
  shard: shard === undefined ? undefined : shardOf(shard, env),
});

/** A run that was prepared: its options, and what tells its contract from others. */
export interface Prepared {
  readonly options: FuzzOptions;
  readonly contractDigest: string;
}

/** Where a run takes place, and who hears of it. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly onWarning?: Tell | undefined;
}

/** Reads all that a run needs. @throws Failure (usage) where something of it is not there, or wrong. */
export async function prepareFuzz(words: ParserWords, asked: RunWords, surroundings: Surroundings): Promise<Prepared> {
  const { cwd, env, signal, onWarning } = surroundings;
  const subject = await subjectOf(words, asked.seed, cwd, onWarning);
  const options: FuzzOptions = {
    ...subject.options,
    ...casesAsked(asked, cwd),
    ...amountOf(asked, env),
    parser: await parserOf(words, cwd),
    replay: (id) => replayCommand(words, asked, id),
    snippet: (shown) => jestSnippet(words, shown),
    signal,
  };
  return { options, contractDigest: contractDigest([subject.contract]) };
}

/** A run of `pactcheck fuzz`, and what is around it on disk: the corpus, and where it was interrupted. */
export async function fuzzRun(
  { options, contractDigest: digest }: Prepared,
  words: ParserWords,
  asked: RunWords,
  watched: Watched & { readonly cwd: string },
): Promise<Run> {
  const of = { contractDigest: digest, ...contractFileOf(words.contract, watched.cwd) };
  if (asked.replay !== undefined) return { ...(await fuzz(options)), ...of };
  const { resume, corpus, time: _time, ...amount } = asked;
  const dependsOn = [digest, words, amount, options.shard, parserDigest(words.parser, watched.cwd)];
  const checkpoint = new CheckpointFile(watched.cwd, dependsOn);
  return { ...(await watchedFuzz(options, { corpus, checkpoint, resume, ...watched })), ...of };
}
