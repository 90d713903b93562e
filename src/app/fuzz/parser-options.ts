import type { Verdict, WireNames } from '../../contract';
import type { ParseFunction, ParserUnderTest, Policy } from '../../fuzz';
import type { GivenContract } from '../contract-of';
import { parserOf, type Subject, type SubjectWords, subjectOf } from './subject';

/** A parser, what it reads, and what it says of itself: as the options of `pactcheck fuzz`. */
export interface ParserOptions {
  /** A contract reference, `user-update-resp` or a path; or the contract, or its source. */
  readonly contract: string | GivenContract;
  /** A function, a Standard Schema object, or `file.ts#export` or `cmd: ...` of a parser that is to run on its own. */
  readonly parser: ParseFunction | object | string;
  /** The names of the errors that count as a refusal; any error does where none is named. */
  readonly rejectsWith?: readonly string[] | undefined;
  /** Gives a parsed value back as the wire has it; of a named parser, the name of that. */
  readonly toWire?: ((value: never) => unknown) | string | undefined;
  readonly unknownFields?: Verdict | undefined;
  readonly unknownEnum?: Verdict | undefined;
  readonly unusualDates?: Verdict | undefined;
  /** What it does with what the contract does not allow: `may-pass` where it does not validate. */
  readonly invalid?: Policy['invalid'] | undefined;
  /** It gives defaults for what is absent. */
  readonly givesDefaults?: boolean | undefined;
  /** Rules that it is not held to, as `RULE=REASON`. */
  readonly without?: readonly string[] | undefined;
  readonly operation?: string | undefined;
  readonly wireNames?: WireNames | undefined;
  /** The folder that names are relative to; that of the process where it is not given. */
  readonly cwd?: string | undefined;
}

const wordsOf = (options: ParserOptions): SubjectWords => ({
  contract: options.contract,
  rejectsWith: [...(options.rejectsWith ?? [])],
  unknownFields: options.unknownFields,
  unknownEnum: options.unknownEnum,
  unusualDates: options.unusualDates,
  invalid: options.invalid,
  givesDefaults: options.givesDefaults === true,
  without: options.without ?? [],
  operation: options.operation,
  wireNames: options.wireNames,
});

/** Reading a contract and making its cases takes longer than a test: it is done once for each. */
const byReference = new Map<string, Map<string, Promise<Subject>>>();
const byContract = new WeakMap<GivenContract, Map<string, Promise<Subject>>>();

function subjectsOf(contract: string | GivenContract): Map<string, Promise<Subject>> {
  const known = typeof contract === 'string' ? byReference.get(contract) : byContract.get(contract);
  if (known !== undefined) return known;
  const subjects = new Map<string, Promise<Subject>>();
  if (typeof contract === 'string') byReference.set(contract, subjects);
  else byContract.set(contract, subjects);
  return subjects;
}

/**
 * What a parser is held to. It is made once for each contract, however many tests ask.
 * @throws Failure (usage) where the contract cannot be read, or has no such operation.
 */
export function subjectFor(options: ParserOptions, seed: number): Promise<Subject> {
  const { cwd = process.cwd() } = options;
  const { contract, ...words } = wordsOf(options);
  const subjects = subjectsOf(contract);
  const key = JSON.stringify([words, seed, cwd]);
  const known = subjects.get(key) ?? subjectOf({ contract, ...words }, seed, cwd);
  subjects.set(key, known);
  return known;
}

/**
 * The parser that options give: one that is named runs in a worker of its own.
 * @throws Failure (usage) where it cannot be loaded.
 */
export async function parserFor({ parser, toWire, cwd = process.cwd() }: ParserOptions): Promise<ParserUnderTest> {
  if (typeof parser !== 'string')
    return { kind: 'loaded', exported: parser, toWire: toWire as ((value: unknown) => unknown) | undefined };
  const named = typeof toWire === 'string' ? toWire : undefined;
  return parserOf({ parser, isolate: 'worker', toWire: named }, cwd);
}
