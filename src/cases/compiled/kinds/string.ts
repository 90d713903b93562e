import { STRING_FORMATS, type StringSchema } from '../../../contract';
import { codePoints } from '../../texts';
import type { Compiled, Compiler, Drawn } from '../compiled';
import { type Edges, edgesOf } from '../edges';
import { lengthsBetween } from '../lengths';
import { PatternProblem } from '../pattern/parse';
import { NO_LIMITS, patternSampler, type Sampler } from '../pattern/sampler';
import { CANDIDATES, fillPool, type Pool } from '../pools';
import { ORDINARY, Source } from '../source';
import { leafOf, oneOfValues } from './leaf';
import { limitedTextSearch, plainTextSearch } from './text-search';

/** How long texts get that have no limit, but for the edge rows. */
const FAR = 4_096;

const printable = CANDIDATES.ascii.filter((point) => /[ -~]/.test(point) && !/["\\]/.test(point));
const PLAIN = fillPool(printable);

/** Out of 16: plain text mostly, and every other alphabet now and then. */
const ALPHABETS: readonly Pool[] = [
  ...Array.from({ length: 10 }, () => PLAIN),
  fillPool(CANDIDATES.ascii),
  fillPool(CANDIDATES.narrow.slice(0, 256)),
  fillPool(CANDIDATES.narrow),
  fillPool(CANDIDATES.wide),
  fillPool([...printable, ...CANDIDATES.wide]),
  fillPool([...CANDIDATES.ascii, ...CANDIDATES.narrow]),
];

const quoted = (text: string): string => `"${text}"`;

function anyText({ minLength = 0, maxLength = Infinity }: StringSchema): Drawn {
  const lengths = lengthsBetween(minLength, Math.min(maxLength, Math.max(minLength, FAR)));
  return {
    draw: (source) => (ALPHABETS[source.below(16)] as Pool).cut(source, lengths(source)),
    write: (source) => {
      const pool = ALPHABETS[source.below(16)] as Pool;
      const text = pool.cut(source, lengths(source));
      return pool.isPlain ? quoted(text) : JSON.stringify(text);
    },
  };
}

/** Of so many texts that are tried at compile time, this many must be allowed. */
const TRIALS = 48;
const ENOUGH = 8;
/** After so many texts in a row that are not allowed, one of the table is taken. */
const MOST_TRIED = 24;

function isUsable({ sample }: Sampler, allows: (text: string) => boolean): boolean {
  const source = new Source().begin(TRIALS, ENOUGH, ORDINARY);
  let allowed = 0;
  for (let trial = 0; trial < TRIALS && allowed < ENOUGH; trial += 1) if (allows(sample(source))) allowed += 1;
  return allowed >= ENOUGH;
}

function tried(sampler: Sampler, allows: (text: string) => boolean, instead: Drawn): Drawn {
  const draw = (source: Source): string => {
    for (let left = MOST_TRIED; left > 0; left -= 1) {
      const text = sampler.sample(source);
      if (allows(text)) return text;
    }
    return instead.draw(source) as string;
  };
  const write = (source: Source): string => (sampler.isPlain ? quoted(draw(source)) : JSON.stringify(draw(source)));
  return { draw, write };
}

const exact = ({ sample, isPlain }: Sampler): Drawn => ({
  draw: sample,
  write: isPlain ? (source) => quoted(sample(source)) : (source) => JSON.stringify(sample(source)),
});

/** Texts of the table, where a pattern gives no way to more. */
const fromTable = (edges: Edges | undefined): Drawn =>
  oneOfValues((edges?.values ?? []).filter((value) => typeof value === 'string' && codePoints(value) < FAR));

function samplerOf(schema: StringSchema, pattern: string, compiler: Compiler): Sampler | undefined {
  const { minLength = 0, maxLength = Infinity, format } = schema;
  const limits = minLength === 0 && maxLength === Infinity ? NO_LIMITS : { minLength, maxLength };
  try {
    const sampler = patternSampler(pattern, limits);
    return { ...sampler, isExact: sampler.isExact && pattern === schema.pattern && !STRING_FORMATS.has(format ?? '') };
  } catch (error) {
    if (!(error instanceof PatternProblem)) throw error;
    compiler.note(`texts of the pattern ${pattern} are taken from the table: ${error.message}`);
    return undefined;
  }
}

function matchingText(schema: StringSchema, pattern: string, edges: Edges | undefined, compiler: Compiler): Drawn {
  const instead = fromTable(edges);
  const sampler = samplerOf(schema, pattern, compiler);
  if (sampler === undefined) return instead;
  if (sampler.isExact) return exact(sampler);
  const allows = (text: string): boolean => compiler.making.allows(schema, text);
  if (isUsable(sampler, allows)) return tried(sampler, allows, instead);
  compiler.note(`texts of the pattern ${pattern} are taken from the table: too few of those drawn fit all limits`);
  return instead;
}

/** Texts of all planes and lengths, or of the pattern or format. */
export function compileString(schema: StringSchema, compiler: Compiler): Compiled {
  const edges = edgesOf(schema, compiler.making);
  const format = STRING_FORMATS.get(schema.format ?? '');
  const pattern = schema.pattern ?? format?.drawn ?? format?.pattern;
  if (pattern === undefined) return { ...leafOf(edges, anyText(schema)), ...plainTextSearch(schema) };
  const texts = (edges?.values ?? []).filter((value) => typeof value === 'string');
  const allows = (text: string): boolean => compiler.making.allows(schema, text);
  return {
    ...leafOf(edges, matchingText(schema, pattern, edges, compiler)),
    ...limitedTextSearch(texts, allows),
  };
}
