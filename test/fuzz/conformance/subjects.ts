import { parseUser } from '../../../contracts/user-update-resp/consumer/parser';
import source from '../../../contracts/user-update-resp/contract';
import { generateCases } from '../../../src/cases';
import { defineContract, type MainResponse, successfulResponses, type WireNames } from '../../../src/contract';
import {
  DEFAULT_POLICY,
  type FuzzOptions,
  fuzz,
  type ParseFunction,
  type ParserUnderTest,
  type Policy,
} from '../../../src/fuzz';
import type { Run } from '../../../src/result';
import { validatorFor } from '../../../src/validator';
import { MISTAKES, type Mistake, mistakenSchema } from './mistakes';
import { parseIntoClasses } from './parsers/class-based';
import { parseGenerated } from './parsers/generated';
import { parseLean } from './parsers/lean';
import { valibotUser, zodUser } from './parsers/schemas';
import { parseStreaming } from './parsers/streaming';
import { parseStrictly } from './parsers/strict';

/** A correct parser in a style of its own. */
export interface Style {
  readonly name: string;
  /** A function, or a Standard Schema object. */
  readonly parser: unknown;
  readonly wireNames?: WireNames;
  readonly policy?: Partial<Policy>;
  readonly rejectsWith: readonly string[];
  /** Mistakes that would be none in this style, with the reason. */
  readonly noMistakes?: Readonly<Record<string, string>>;
}

const TEXT = 'a schema is asked with what the adapter has read: it never sees the text';
const HEAD = 'a schema is not told of status, headers and request';

/** Mistakes that a schema cannot make, with the reason. */
export const NOT_OF_SCHEMAS: Readonly<Record<string, string>> = {
  'wants no blanks': TEXT,
  'takes an error page': TEXT,
  'takes what comes behind': TEXT,
  'takes what is cut off': TEXT,
  'fails with an error of its own on what is not JSON': TEXT,
  'fails on depth': TEXT,
  'throws outside of its promise': TEXT,
  'looks for an end by a slow expression': TEXT,
  'echoes the request': HEAD,
  'wants the media type to the letter': HEAD,
  'gives null for a 404': HEAD,
  'gives an empty object for an error': HEAD,
  'changes what it was given': HEAD,
};

/** Correct parsers: all that the contract allows, read faithfully; the rest refused in the declared way. */
export const STYLES: readonly Style[] = [
  { name: 'tolerant', parser: parseUser, rejectsWith: ['UnreadableResponse'] },
  {
    name: 'strict',
    parser: parseStrictly,
    policy: { unknownFields: 'reject' },
    rejectsWith: ['UnreadableResponse', 'Refused'],
    noMistakes: {
      'refuses unknown members': 'that is its way',
      'reads otherwise beside an unknown member': 'it reads nothing beside one',
    },
  },
  { name: 'streaming', parser: parseStreaming, rejectsWith: ['Refused'] },
  { name: 'lean', parser: parseLean, rejectsWith: ['Refused'] },
  { name: 'class-based', parser: parseIntoClasses, rejectsWith: ['Refused'] },
  { name: 'generated', parser: parseGenerated, wireNames: 'snake_case', rejectsWith: ['Refused'] },
  { name: 'zod', parser: zodUser, rejectsWith: [], noMistakes: NOT_OF_SCHEMAS },
  { name: 'valibot', parser: valibotUser, rejectsWith: [], noMistakes: NOT_OF_SCHEMAS },
];

type Base = Pick<FuzzOptions, 'contract' | 'response' | 'rules' | 'cases' | 'judge'>;

const bases = new Map<WireNames, Base>();

/** What the contract gives to fuzz with: made once for each naming. */
export function baseFor(wireNames: WireNames = 'documented'): Base {
  const known = bases.get(wireNames);
  if (known !== undefined) return known;
  const contract = defineContract(source, { wireNames });
  const response = successfulResponses(contract)[0] as MainResponse;
  const validator = validatorFor(contract);
  const base = {
    contract: contract.name,
    response,
    rules: contract.rules,
    cases: [...generateCases(contract, { mode: 'edge', seed: 1 })],
    judge: (body: Buffer) => validator.response(response.operation.id, response.status, body),
  };
  bases.set(wireNames, base);
  return base;
}

/** A parser that is run in this thread. */
export const loaded = (exported: unknown): ParserUnderTest => ({ kind: 'loaded', exported });

/** A parser of a style, with a mistake. */
export const withMistake = ({ parser }: Style, mistake: Mistake): ParserUnderTest =>
  loaded(typeof parser === 'function' ? mistake.wrap(parser as ParseFunction) : mistakenSchema(parser, mistake));

/** The mistakes that a parser of a style can make. */
export const mistakesOf = ({ noMistakes }: Style): Mistake[] =>
  MISTAKES.filter(({ name }) => noMistakes?.[name] === undefined);

/** Fuzzes a parser in a style. */
export const fuzzed = (style: Style, parser: ParserUnderTest, over: Partial<FuzzOptions>): Promise<Run> =>
  fuzz({
    ...baseFor(style.wireNames),
    parser,
    rejectsWith: style.rejectsWith,
    policy: { ...DEFAULT_POLICY, ...style.policy },
    seed: 1,
    ...over,
  });

/** What was found, a line each. */
export const told = (run: Run): string[] =>
  run.results.flatMap(({ findings }) => findings.map(({ rule, pointer, message }) => `${rule} ${pointer}: ${message}`));
