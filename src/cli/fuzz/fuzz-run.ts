import { type FuzzOptions, fuzz } from '../../fuzz';
import type { Finding, Run } from '../../result';
import type { Context } from '../context';
import { contractDigest } from '../contract-digest';
import { shardOf } from '../shard';
import { CheckpointFile } from './checkpoint-file';
import { corpusCases, requireDistinct } from './corpus';
import { jestSnippet } from './jest-snippet';
import { parserDigest } from './parser-digest';
import { replayCommand } from './replay-command';
import { parserOf, subjectOf } from './subject';
import { watchedFuzz } from './watched-fuzz';
import type { ParserWords, RunWords } from './words';
import { writtenCases } from './written-cases';

/** Which cases are run: all, one by its id, or those that are written somewhere. */
function casesAsked({ replay, corpus }: RunWords, cwd: string): Pick<FuzzOptions, 'kept' | 'onlyKept' | 'only'> {
  const written = replay === undefined ? undefined : writtenCases(replay, cwd);
  if (written !== undefined) return { kept: written, onlyKept: true };
  const kept = corpus === undefined ? [] : corpusCases(corpus, cwd);
  if (corpus !== undefined) requireDistinct(kept, corpus);
  return { kept, only: replay };
}

/** How much is done: for a time, as many as there is time for. */
const amountOf = ({ runs, time, timeout, shard }: RunWords, env: Context['env']) => ({
  runs: runs ?? (time === undefined ? undefined : Number.POSITIVE_INFINITY),
  time: time === undefined ? undefined : time * 1000,
  limit: timeout * 1000,
  shard: shard === undefined ? undefined : shardOf(shard, env),
});

/** A run of `pactcheck fuzz`, and what is around it on disk: the corpus, and where it was interrupted. */
export async function fuzzRun(
  context: Context,
  words: ParserWords,
  asked: RunWords,
  isKnown: (finding: Finding) => boolean,
): Promise<Run> {
  const { cwd, env, signal } = context;
  const subject = await subjectOf(words, asked.seed, cwd);
  const digest = contractDigest([subject.contract]);
  const options: FuzzOptions = {
    ...subject.options,
    ...casesAsked(asked, cwd),
    ...amountOf(asked, env),
    parser: await parserOf(words, cwd),
    replay: (id) => replayCommand(words, asked, id),
    snippet: (shown) => jestSnippet(words, shown),
    signal,
  };
  if (asked.replay !== undefined) return { ...(await fuzz(options)), contractDigest: digest };
  const { resume, corpus, time: _time, ...amount } = asked;
  const checkpoint = new CheckpointFile(cwd, [digest, words, amount, options.shard, parserDigest(words.parser, cwd)]);
  return { ...(await watchedFuzz(options, { corpus, checkpoint, resume, isKnown }, context)), contractDigest: digest };
}
