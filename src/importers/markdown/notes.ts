import type { JsonLiteral, JsonSchema } from '../../contract';
import { unescapeText } from './text';

/** What the last cell of a row says. */
export interface Notes {
  readonly optional: boolean;
  /** Keywords that the notes add to the schema of the type. */
  readonly keywords: JsonSchema;
  /** The text of a default; `undefined` where there is none, also where generators write that there is none. */
  readonly default: string | undefined;
  /** Values in a list whose commas may be of the values, too. */
  readonly listed: readonly string[] | undefined;
  /** Words that are not understood. */
  readonly unknown: readonly string[];
}

/** `[optional] [default to []]` as words and the text outside of them; brackets may be nested. */
function tokensOf(text: string): { words: string[]; outside: string } {
  const words: string[] = [];
  let outside = '';
  let depth = 0;
  let word = '';
  for (const character of text) {
    if (character === '[') depth += 1;
    if (depth === 0) outside += character;
    else word += character;
    if (character === ']') depth = Math.max(0, depth - 1);
    if (depth > 0 || word === '') continue;
    words.push(word.slice(1, -1).trim());
    word = '';
  }
  // A bracket that never closes holds text as any other.
  return { words, outside: `${outside}${word}`.trim() };
}

/** JSON values in a list that may end in a comma, as Python prints it. */
const valuesIn = (list: string): JsonLiteral[] =>
  [...list.matchAll(/"((?:[^"\\]|\\.)*)"|-?\d+(?:\.\d+)?|true|false|null|None/gi)].map(([whole, text]) => {
    if (text !== undefined) return text.replace(/\\(.)/g, '$1');
    return /^n/i.test(whole) ? null : (JSON.parse(whole.toLowerCase()) as JsonLiteral);
  });

/** What Python's older client writes after the words in brackets. */
const SENTENCES: readonly RegExp[] = [
  /\bdefaults to\b.*?(?=,\s*must be one of|$)/is,
  /\bvalue must (?:conform to|be)\b[^,\]]*/gi,
];

const OMITTED = /\bif omitted the server will use the default value of\b.*$/is;

const ONE_OF = /must be one of \[(.*?),?\s*\]\s*$/is;

const LIMIT = /^(max|min)\.?\s*(items|length|value|properties)?:?\s+(\d+)$/i;

function limitOf(word: string): JsonSchema | undefined {
  const [, side = '', what = 'value', number] = LIMIT.exec(word) ?? [];
  if (number === undefined) return undefined;
  const keyword =
    what.toLowerCase() === 'value'
      ? `${side.toLowerCase()}imum`
      : `${side.toLowerCase()}${what[0]?.toUpperCase()}${what.slice(1).toLowerCase()}`;
  return { [keyword]: Number(number) } as JsonSchema;
}

const FLAGS: ReadonlyMap<string, JsonSchema> = new Map([
  ['readonly', { readOnly: true }],
  ['read-only', { readOnly: true }],
  ['writeonly', { writeOnly: true }],
  ['write-only', { writeOnly: true }],
  ['deprecated', { deprecated: true }],
]);

/** Words that say nothing about what is allowed. */
const SILENT = /^(?:beta|alpha|required|not set|example\b.*|foreignkey|primarykey|enum:\s*)$/is;

/** `[default to null]` and the like of generators whose language has a word for nothing. */
const NO_DEFAULT = /^(?:null|undefined|none|nil|nothing|(?:const )?\[\]|\{\}|)$/i;

/** Reads the last cell of a row: words in brackets, in any combination, and the sentences of Python's older client. */
export function notesOf(cell: string): Notes {
  const text = unescapeText(cell.replace(/<br\s*\/?>/gi, ' '))
    .replace(OMITTED, '')
    .trim();
  const [, values] = ONE_OF.exec(text) ?? [];
  const { words, outside } = tokensOf(text.replace(ONE_OF, ''));
  const keywords: JsonSchema[] = values === undefined ? [] : [{ enum: valuesIn(values) }];
  const unknown: string[] = [];
  let preset: string | undefined;
  let listed: string[] | undefined;
  for (const word of words) {
    const lower = word.toLowerCase();
    const [, given] = /^default(?:s)? to\s*(.*)$/is.exec(word) ?? [];
    const [, pattern] = /^pattern:\s*(.+)$/is.exec(word) ?? [];
    const [, list] = /^enum:\s*\[?(.+?)\]?$/is.exec(word) ?? [];
    const known = FLAGS.get(lower) ?? limitOf(word) ?? (pattern === undefined ? undefined : { pattern: ecma(pattern) });
    if (known !== undefined) keywords.push(known);
    else if (given !== undefined) preset = NO_DEFAULT.test(given.trim()) ? undefined : given.trim();
    else if (list !== undefined) listed = list.split(',').map((value) => value.trim());
    else if (lower !== 'optional' && !SILENT.test(word)) unknown.push(`[${word}]`);
  }
  const left = SENTENCES.reduce((rest, sentence) => rest.replace(sentence, ''), outside)
    .replace(/^[\s,]+$/, '')
    .trim();
  return {
    optional: words.some((word) => word.toLowerCase() === 'optional') || /^\(optional\)/i.test(outside),
    keywords: Object.assign({}, ...keywords),
    default: preset,
    listed,
    unknown: left === '' || /^\(optional\)/i.test(left) ? unknown : [...unknown, left],
  };
}

/** Patterns are printed as strings of the language: each backslash twice. */
const ecma = (pattern: string): string => pattern.replaceAll('\\\\', '\\').replace(/^\/(.*)\/$/s, '$1');
