import type { Case, Verdict, WireNames } from '../../contract';
import { fuzz, type ParseFunction, type ParserUnderTest } from '../../fuzz';
import type { Finding } from '../../result';
import { parserOf, type Subject, subjectOf } from './subject';
import type { ParserWords } from './words';

/** A response, and what a parser must do with it: a case of a corpus, or one that is written by hand. */
export type ResponseToRead = Pick<Case, 'verdict'> & Partial<Case>;

/** A parser, and one response for it. */
export interface ParserFindingsOptions {
  /** A contract reference: `user-update-resp`, or a path. */
  readonly contract: string;
  /** A function, a Standard Schema object, or `file.ts#export` or `cmd: ...` of a parser that is to run on its own. */
  readonly parser: ParseFunction | object | string;
  readonly response: ResponseToRead;
  /** The names of the errors that count as a refusal; any error does where none is named. */
  readonly rejectsWith?: readonly string[];
  /** Gives a parsed value back as the wire has it; of a named parser, the name of that. */
  readonly toWire?: ((value: never) => unknown) | string;
  readonly unknownFields?: Verdict;
  readonly unknownEnum?: Verdict;
  readonly unusualDates?: Verdict;
  /** It gives defaults for what is absent. */
  readonly givesDefaults?: boolean;
  /** Other responses are read before this one. */
  readonly afterOthers?: boolean;
  readonly operation?: string;
  readonly wireNames?: WireNames;
  /** The folder that names are relative to; that of the process where it is not given. */
  readonly cwd?: string;
}

/** Reading a contract and making its cases takes longer than a test: it is done once. */
const subjects = new Map<string, Promise<Subject>>();

function subjectFor(words: Parameters<typeof subjectOf>[0], cwd: string): Promise<Subject> {
  const key = JSON.stringify([words, cwd]);
  const known = subjects.get(key) ?? subjectOf(words, 1, cwd);
  subjects.set(key, known);
  return known;
}

function parserFrom(options: ParserFindingsOptions, words: ParserWords, cwd: string): Promise<ParserUnderTest> {
  const { parser, toWire } = options;
  if (typeof parser === 'string') return parserOf({ ...words, parser }, cwd);
  return Promise.resolve({
    kind: 'loaded',
    exported: parser,
    toWire: toWire as ((value: unknown) => unknown) | undefined,
  });
}

/**
 * What is wrong with how a parser reads one response: nothing, where it is as the contract says. For plain Jest:
 * `expect(await parserFindings({ contract, parser, response })).toEqual([])`.
 * @throws Failure (usage, environment) where the contract or the parser cannot be loaded.
 */
export async function parserFindings(options: ParserFindingsOptions): Promise<Finding[]> {
  const { cwd = process.cwd(), rejectsWith = [], response } = options;
  const words: ParserWords = {
    contract: options.contract,
    parser: '',
    rejectsWith,
    isolate: 'worker',
    toWire: typeof options.toWire === 'string' ? options.toWire : undefined,
    unknownFields: options.unknownFields,
    unknownEnum: options.unknownEnum,
    unusualDates: options.unusualDates,
    givesDefaults: options.givesDefaults === true,
    operation: options.operation,
    wireNames: options.wireNames,
  };
  const subject = await subjectFor({ ...words, rejectsWith: [...rejectsWith] }, cwd);
  const { status } = subject.options.response;
  const testCase: Case = { id: 'response', status, headers: {}, classes: {}, seed: 1, ...response };
  const parser = await parserFrom(options, words, cwd);
  const run = await fuzz({
    ...subject.options,
    parser,
    kept: [testCase],
    onlyKept: true,
    afterOthers: options.afterOthers,
  });
  return run.results.flatMap(({ findings }) => findings);
}
