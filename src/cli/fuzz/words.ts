import type { BaselineWords, ParserWords, RunWords } from '../../app/fuzz/words';
import type { Verdict, WireNames } from '../../contract';
import { Failure } from '../../result';
import type { Options } from '../command';

const names = (text: unknown): string[] =>
  String(text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const text = (options: Options, name: string): string | undefined => options[name] as string | undefined;

/** The words of a command line about a parser, as commander has parsed them. */
export const parserWords = (contract: string, options: Options): ParserWords => ({
  contract,
  parser: options['parser'] as string,
  rejectsWith: names(options['rejectsWith']),
  isolate: options['isolate'] as ParserWords['isolate'],
  toWire: text(options, 'toWire'),
  unknownFields: options['unknownFields'] as Verdict | undefined,
  unknownEnum: options['unknownEnum'] as Verdict | undefined,
  unusualDates: options['unusualDates'] as Verdict | undefined,
  invalid: options['invalid'] as ParserWords['invalid'],
  givesDefaults: options['givesDefaults'] === true,
  without: (options['without'] as string[] | undefined) ?? [],
  operation: text(options, 'operation'),
  wireNames: options['wireNames'] as WireNames | undefined,
});

/** The words about the run. @throws Failure (usage) where they do not go together. */
export function runWords(options: Options): RunWords {
  const words: RunWords = {
    seed: options['seed'] as number,
    runs: options['runs'] as number | undefined,
    time: options['time'] as number | undefined,
    timeout: options['timeout'] as number,
    memory: options['memory'] as number,
    replay: text(options, 'replay'),
    corpus: text(options, 'corpus'),
    shard: text(options, 'shard'),
    resume: options['resume'] === true,
  };
  if (words.replay === undefined || !(words.resume || words.shard !== undefined)) return words;
  const other = words.resume ? '--resume' : '--shard';
  throw new Failure('usage', `--replay and ${other} do not go together`, 'Give one of them.');
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** The words about what is known. @throws Failure (usage) where they do not go together. */
export function baselineWords(options: Options): BaselineWords {
  const [baseline, updateBaseline] = [text(options, 'baseline'), text(options, 'updateBaseline')];
  const until = text(options, 'until');
  if (updateBaseline !== undefined && baseline === undefined)
    throw new Failure('usage', '--update-baseline has no file to write to', 'Name it with --baseline.');
  if (updateBaseline !== undefined && !DAY.test(until ?? ''))
    throw new Failure('usage', '--update-baseline needs a day', 'Say until when, as in --until 2027-01-31.');
  return { baseline, updateBaseline, until };
}
