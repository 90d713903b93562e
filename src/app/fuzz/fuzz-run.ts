import type { Contract } from '../../contract';
import { type FuzzOptions, fuzz } from '../../fuzz';
import type { Result, Run } from '../../result';
import { contractDigest } from '../contract-digest';
import { contractFileOf } from '../contract-reference';
import type { Tell } from '../document-warnings';
import { shardOf } from '../shard';
import { turnedOffWarnings } from '../turned-off';
import { CheckpointFile } from './checkpoint-file';
import { keptCases } from './corpus';
import { jestSnippet } from './jest-snippet';
import { parserDigest } from './parser-digest';
import { replayCommand } from './replay-command';
import { endWarm, type Subject, subjectOf, warmParserOf } from './subject';
import { type Watched, watchedFuzz } from './watched-fuzz';
import type { ParserWords, RunWords } from './words';
import { writtenCases } from './written-cases';

/** Which cases are run: all, one by its id, or those that are written somewhere. */
function casesAsked(
  { replay, corpus }: RunWords,
  cwd: string,
  status: number,
): Pick<FuzzOptions, 'kept' | 'onlyKept' | 'afterOthers' | 'only'> {
  const written = replay === undefined ? undefined : writtenCases(replay, cwd, status);
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
  readonly contract: Contract;
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
  const parser = await warmParserOf(words, cwd);
  try {
    const subject = await subjectOf(words, asked.seed, cwd, onWarning);
    return preparedWith(subject, parser, words, asked, { cwd, env, signal });
  } catch (error) {
    await endWarm(parser);
    throw error;
  }
}

function preparedWith(
  subject: Subject,
  parser: FuzzOptions['parser'],
  words: ParserWords,
  asked: RunWords,
  { cwd, env, signal }: Surroundings,
): Prepared {
  const options: FuzzOptions = {
    ...subject.options,
    ...casesAsked(asked, cwd, subject.options.response.status),
    ...amountOf(asked, env),
    parser,
    replay: (id) => replayCommand(words, asked, id),
    snippet: (shown) => jestSnippet(words, shown),
    signal,
  };
  return { options, contract: subject.contract, contractDigest: contractDigest([subject.contract]) };
}

const withWarnings = (run: Run, warnings: readonly string[]): Run =>
  warnings.length === 0 ? run : { ...run, warnings: [...(run.warnings ?? []), ...warnings] };

/** Ends what was started for a run that is over, or was never begun. */
export const endPrepared = ({ options }: Prepared): Promise<void> => endWarm(options.parser);

/** A finding is shown where the parser is written; a program of its own may be written anywhere. */
function atParser(result: Result, { parser }: ParserWords): Result {
  if (result.findings.length === 0 || parser.startsWith('cmd:')) return result;
  const [file = '', name = 'default'] = parser.split('#');
  return { ...result, details: { file, export: name, ...result.details } };
}

/** A run of `pactcheck fuzz`, and what is around it on disk: the corpus, and where it was interrupted. */
export async function fuzzRun(
  { options, contractDigest: digest }: Prepared,
  words: ParserWords,
  asked: RunWords,
  watched: Watched & { readonly cwd: string },
): Promise<Run> {
  const of = { contractDigest: digest, ...contractFileOf(words.contract, watched.cwd) };
  const off = turnedOffWarnings(options.turnedOff ?? {});
  const blaming = (run: Run): Run =>
    withWarnings({ ...run, ...of, results: run.results.map((one) => atParser(one, words)) }, off);
  if (asked.replay !== undefined) return blaming(await fuzz(options));
  const { resume, corpus, time: _time, ...amount } = asked;
  const dependsOn = [digest, words, amount, options.shard, parserDigest(words.parser, watched.cwd)];
  const checkpoint = new CheckpointFile(watched.cwd, dependsOn);
  return blaming(await watchedFuzz(options, { corpus, checkpoint, resume, ...watched }));
}
