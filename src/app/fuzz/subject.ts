import { extname, join } from 'node:path';
import { generateCases, mainResponse } from '../../cases';
import type { Case, Contract } from '../../contract';
import {
  type CommandParser,
  DEFAULT_POLICY,
  FUZZ_RULES,
  type FuzzOptions,
  type LoadedParser,
  type ParserUnderTest,
  SIDE_BY_SIDE,
  WarmWorkers,
} from '../../fuzz';
import { validatorFor } from '../../validator';
import { contractFrom, type GivenContract } from '../contract-of';
import type { ReferenceOptions } from '../contract-reference';
import { loadExport } from '../load-module';
import { turnedOffIn } from '../turned-off';
import type { ParserWords } from './words';

const programAt = (name: string) => ({ file: join(__dirname, '..', `${name}${extname(__filename)}`) });

/** The program that loads a parser in a worker or a process of its own. */
const ENTRY = programAt('fuzz-program');

/** The program that makes the mistakes of an audit behind the parser. */
export const MISTAKEN_ENTRY = programAt('fuzz-audit-program');

/** A parser by its name, and where it is to run. */
type NamedParser = Pick<ParserWords, 'parser' | 'isolate' | 'toWire'>;

/** The parser that the words name. @throws Failure (usage) where it is to run here, and cannot be loaded. */
export async function parserOf(words: NamedParser, cwd: string): Promise<ParserUnderTest> {
  const { parser: reference, isolate, toWire } = words;
  if (reference.startsWith('cmd:') || isolate === 'none') return parserHere(words, cwd);
  return { kind: 'module', reference, toWire, cwd, isolate, entry: ENTRY };
}

/** The parser that the words name, as {@link parserOf}; its isolates start while the cases are made. */
export async function warmParserOf(words: NamedParser, cwd: string): Promise<ParserUnderTest> {
  const parser = await parserOf(words, cwd);
  if (parser.kind !== 'module' || parser.isolate !== 'worker') return parser;
  return { ...parser, warm: new WarmWorkers(ENTRY, { parser: parser.reference, cwd }, SIDE_BY_SIDE) };
}

/** Ends what was started ahead for a parser, and was not needed. */
export const endWarm = async (parser: ParserUnderTest): Promise<void> =>
  parser.kind === 'module' ? parser.warm?.close() : undefined;

/** The parser that the words name, without isolation. @throws Failure (usage) where it cannot be loaded. */
export async function parserHere(
  words: Omit<NamedParser, 'isolate'>,
  cwd: string,
): Promise<LoadedParser | CommandParser> {
  const { parser: reference, toWire } = words;
  if (reference.startsWith('cmd:')) return { kind: 'command', command: reference.slice(4).trim(), cwd };
  const back = toWire === undefined ? undefined : await loadExport(toWire, cwd);
  return { kind: 'loaded', exported: await loadExport(reference, cwd), reference, toWire: back as never };
}

/** What a parser is held to: all of a fuzzing that its contract and what was said of it settle. */
export interface Subject {
  readonly contract: Contract;
  readonly options: Omit<FuzzOptions, 'parser'> & { readonly cases: readonly Case[] };
}

/** What was said of a parser, as far as it concerns what the parser is held to. */
export interface SubjectWords extends Omit<ParserWords, 'contract' | 'parser' | 'isolate' | 'toWire'> {
  readonly contract: string | GivenContract;
}

/** So many valid answers are drawn beside the cases of the table: others are joined of their members. */
const DRAWN = 256;

/**
 * The contract that a parser is held to, and its cases: first few that hold every pair of coarse classes, then those of
 * the table, then answers that are drawn.
 * @throws Failure (usage) where the contract cannot be read, or has no such operation.
 */
export async function subjectOf(words: SubjectWords, seed: number, cwd: string, tell?: ReferenceOptions['tell']) {
  const turnedOff = turnedOffIn(words.without ?? [], FUZZ_RULES);
  const contract = await contractFrom(words.contract, { cwd, wireNames: words.wireNames, tell });
  const response = mainResponse(contract, words.operation);
  const validator = validatorFor(contract);
  const of = { operationId: words.operation, seed };
  const cases = [
    // A few rows more are read sooner than fewer ones are looked for.
    ...generateCases(contract, { ...of, mode: 'covering', verdict: 'accept', effort: 0 }),
    ...generateCases(contract, { ...of, mode: 'edge' }),
    ...generateCases(contract, { ...of, mode: 'random', count: DRAWN }),
  ];
  const options: Subject['options'] = {
    contract: contract.name,
    response,
    rules: contract.rules,
    rejectsWith: words.rejectsWith,
    policy: {
      unknownFields: words.unknownFields ?? DEFAULT_POLICY.unknownFields,
      unknownEnum: words.unknownEnum ?? DEFAULT_POLICY.unknownEnum,
      unusualDates: words.unusualDates ?? DEFAULT_POLICY.unusualDates,
      invalid: words.invalid ?? DEFAULT_POLICY.invalid,
    },
    givesDefaults: words.givesDefaults,
    turnedOff,
    cases,
    seed,
    judge: (body) => validator.response(response.operation.id, response.status, body),
  };
  return { contract, options } satisfies Subject;
}
