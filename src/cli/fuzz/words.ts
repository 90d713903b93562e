import type { Verdict, WireNames } from '../../contract';
import { Failure } from '../../result';
import type { Options } from '../command';

/** How a parser is kept from ending or blocking the run. */
export const ISOLATIONS = ['worker', 'process', 'none'] as const;

/** What was said of a parser under test, of which contract it is to read, and of what it has to do. */
export interface ParserWords {
  /** A contract reference. */
  readonly contract: string;
  /** `file.ts#export`, or `cmd: ...`. */
  readonly parser: string;
  readonly rejectsWith: readonly string[];
  readonly isolate: (typeof ISOLATIONS)[number];
  /** `file.ts#export` of what gives a parsed value back as the wire has it. */
  readonly toWire: string | undefined;
  readonly unknownFields: Verdict | undefined;
  readonly unknownEnum: Verdict | undefined;
  readonly unusualDates: Verdict | undefined;
  readonly givesDefaults: boolean;
  readonly operation: string | undefined;
  readonly wireNames: WireNames | undefined;
}

/** What is asked of a run beside its parser. */
export interface RunWords {
  readonly seed: number;
  readonly runs: number | undefined;
  /** Seconds, of the whole run. */
  readonly time: number | undefined;
  /** Seconds, of one response. */
  readonly timeout: number;
  /** An id, a file of cases, or a case. */
  readonly replay: string | undefined;
  readonly corpus: string | undefined;
  readonly shard: string | undefined;
  readonly resume: boolean;
}

/** What is to be done about findings that are known. */
export interface BaselineWords {
  /** The file. */
  readonly baseline: string | undefined;
  /** The reason for which all that is found is listed there. */
  readonly updateBaseline: string | undefined;
  readonly until: string | undefined;
}

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
  givesDefaults: options['givesDefaults'] === true,
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
