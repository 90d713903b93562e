import { ContractError, type JsonValue, RawJson, STRING_FORMATS, type StringSchema } from '../../contract';
import { plausibleTexts, textsMatching } from '../plausible-texts';
import { codePoints, stretch } from '../texts';
import { accept, acceptSpelling, either, type KindClasses, type Making, type Row, reject, withTypical } from './row';
import { lengthRows, patternRows } from './string-limits';
import { wrapped, wrongTypes } from './wrong-types';

const has =
  (pattern: RegExp) =>
  (value: JsonValue): boolean =>
    typeof value === 'string' && pattern.test(value);

const BOUND = 65_536;

/** Texts that break parsers, stores and logs. */
const HARD_TEXTS: readonly Row[] = [
  accept('empty', [''], (value) => value === ''),
  accept('one character', ['x'], (value) => typeof value === 'string' && codePoints(value) === 1),
  accept('astral', ['🦊 in the 𝒮now', '𝔘𝔫𝔦𝔠𝔬𝔡𝔢'], has(/[\u{10000}-\u{10FFFF}]/u)),
  accept('combining', ['Zoe\u0308 A\u030A', 'e\u0301'], has(/\p{M}/u)),
  accept('control characters', ['tab\tline\nreturn\rnull\u0000del\u007f'], has(/\p{Cc}/u)),
  accept('quotes and backslashes', ['"quoted" \\back\\slash/ \'single\''], has(/["\\]/)),
  accept('blanks', [' in blanks ', '   ', '\u00a0'], has(/^\s|\s$/)),
  accept(
    'looks like another type',
    ['null', 'true', '0123', '1e3', '{}'],
    has(/^(?:null|true|false|[-+]?\d[\d.e]*|\{\}|\[\])$/),
  ),
  accept(
    '64 KiB',
    ['0123456789abcdef'.repeat(BOUND / 16)],
    (value) => typeof value === 'string' && value.length >= BOUND,
  ),
  acceptSpelling('escaped', [new RawJson('"\\u0061\\/\\u00e9\\ud83d\\ude00"')]),
  either(
    'lone surrogate',
    ['lone \ud800 surrogate'],
    'RFC 8259, section 8.2: what a receiver does with an unpaired surrogate is unpredictable',
  ),
];

/** Of a schema with a pattern, the huge text is no class: few patterns allow it, and to find out takes long. */
const hardTexts = ({ pattern }: StringSchema): readonly Row[] =>
  pattern === undefined ? HARD_TEXTS : HARD_TEXTS.filter(({ name }) => name !== '64 KiB');

/** The rows that a format brings with it. */
function formatRows(name: string | undefined): Row[] {
  const format = name === undefined ? undefined : STRING_FORMATS.get(name);
  if (format === undefined) return [];
  return [
    ...Object.entries(format.edge).map(([row, { values, pattern }]) =>
      accept(row, values, has(new RegExp(pattern, 'u'))),
    ),
    ...Object.entries(format.reject).map(([row, values]) => reject(row, values, `it is not ${format.description}`)),
    ...Object.entries(format.either ?? {}).map(([row, { values, reason }]) => either(row, values, reason)),
  ];
}

/**
 * Texts near which others of a certain length may be found: plain ones, and, since patterns seldom let a whole middle
 * be dropped, others of the pattern. These cost much and are seldom needed.
 */
function near(texts: readonly string[], { pattern }: StringSchema): Iterable<string> {
  let samples: readonly string[] | undefined;
  return {
    *[Symbol.iterator](): Generator<string> {
      yield* texts.slice(0, 4);
      samples ??= pattern === undefined ? [] : matchingTexts(pattern).slice(0, 50);
      yield* samples;
    },
  };
}

function matchingTexts(pattern: string): string[] {
  try {
    return textsMatching(pattern, 200);
  } catch {
    return [];
  }
}

/** A base that a length can be reached from: repeated characters where nothing speaks against it. */
const lengthened = (schema: StringSchema, texts: readonly string[], allows: (text: string) => boolean): string[] =>
  texts.flatMap((text) => {
    const { minLength = 0, maxLength = Infinity } = schema;
    const length = Math.min(Math.max(codePoints(text), minLength), maxLength);
    return stretch(text, length, allows) ?? [];
  });

const MANY = 128;
const known = new WeakMap<StringSchema, readonly string[]>();

function plainTexts(schema: StringSchema, make: Making): readonly string[] {
  const allows = (text: string): boolean => make.allows(schema, text);
  const examples = (schema.examples ?? []).filter((value) => typeof value === 'string').filter(allows);
  const format = schema.format === undefined ? undefined : STRING_FORMATS.get(schema.format);
  const ofFormat = (format?.typical ?? []).filter(allows);
  const written = ofFormat.length > 0 ? ofFormat : plausibleTexts(allows, MANY);
  const found = [...new Set([...examples, ...written])];
  if (found.length > 0) return found;
  const matching = schema.pattern === undefined ? [] : matchingTexts(schema.pattern);
  const edited = [...matching.filter(allows), ...lengthened(schema, [...matching, 'alpha', 'b', '0'], allows)];
  const edges = Object.values(format?.edge ?? {}).flatMap(({ values }) => values.filter(allows));
  return [...new Set([...edited, ...edges, ...['', '0', 'a'].filter(allows)])];
}

/** The plain texts of a schema, made once. */
function textsOf(schema: StringSchema, make: Making): readonly string[] {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const texts = plainTexts(schema, make);
  if (texts.length === 0) throw ungenerable(schema);
  known.set(schema, texts);
  return texts;
}

const ungenerable = (schema: StringSchema): ContractError =>
  new ContractError(
    schema.pattern === undefined
      ? 'no text was found that fits the limits of a string'
      : `no text was found that matches the pattern ${schema.pattern} and fits the other limits`,
    { where: schema.pattern ?? 'a string', next: 'Give examples beside it: `examples: [...]` in the schema.' },
  );

/** Classes of texts: by length, characters, pattern and format. */
export const stringClasses: KindClasses<StringSchema> = {
  typical: (schema, make, n) => {
    const texts = textsOf(schema, make);
    return texts[n % texts.length];
  },
  rows: (schema, make) => {
    const texts = textsOf(schema, make);
    const first = texts[0] as string;
    const edges = [
      ...formatRows(schema.format),
      ...lengthRows(schema, make, near(texts, schema)),
      ...hardTexts(schema),
      ...patternRows(schema, make, first),
      ...wrongTypes('text', 'text'),
      ...wrapped(first, 'text'),
    ];
    return withTypical(texts.slice(0, 4), edges);
  },
};
