import type { JsonLiteral, JsonSchema } from '../../contract';
import { withoutTags } from './inline-html';
import { unescapeText } from './text';

/** What the last cell of a row says. */
export interface Notes {
  readonly optional: boolean;
  readonly nullable: boolean;
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

/** The words of notes: those in brackets, and those that stand alone; marks around them say nothing. */
function tokensIn(text: string): { words: string[]; outside: string } {
  const { words, outside } = tokensOf(text);
  const left = outside.replace(/^[*_`~\s]+|[*_`~\s]+$/g, '');
  const alone = wordsIn(left);
  const inBrackets = words.flatMap(wordsIn);
  return left !== '' && alone.every(isKnown)
    ? { words: [...inBrackets, ...alone], outside: '' }
    : { words: inBrackets, outside: left };
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

const LIMIT = /^(max|min)(?:imum)?\.?\s*(items|length|value|properties)?(?:\s*[:=]\s*|\s+)(\d+)$/i;

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

const OPTIONAL = /^(?:optional|not required)$/i;
const NULLABLE = /^(?:nullable|can be null|may be null)$/i;

/** Words that say nothing about what is allowed. */
const SILENT = /^(?:beta|alpha|required|mandatory|not set|example\b.*|foreignkey|primarykey|enum:\s*)$/is;

/** `[default to null]` and the like of generators whose language has a word for nothing. */
const NO_DEFAULT = /^(?:null|undefined|none|nil|nothing|(?:const )?\[\]|\{\}|)$/i;

/** Whether a word, in brackets or not, is one of those that stand in notes. */
const isKnown = (word: string): boolean =>
  OPTIONAL.test(word) ||
  NULLABLE.test(word) ||
  FLAGS.has(word.toLowerCase()) ||
  limitOf(word) !== undefined ||
  (SILENT.test(word) && !/^\W*$/.test(word));

/** Several words with commas between them, where all of them are known; else the text as it is. */
function wordsIn(text: string): string[] {
  const words = text.split(/[,;]/).map((word) => word.replace(/[.\s]+$/, '').trim());
  return words.every(isKnown) ? words : [text];
}

/** Reads the last cell of a row: words in brackets, in any combination, and the sentences of Python's older client. */
export function notesOf(cell: string): Notes {
  const text = unescapeText(withoutTags(cell)).replace(OMITTED, '').trim();
  const [, values] = ONE_OF.exec(text) ?? [];
  const { words, outside } = tokensIn(text.replace(ONE_OF, ''));
  const keywords: JsonSchema[] = values === undefined ? [] : [{ enum: valuesIn(values) }];
  const unknown: string[] = [];
  let preset: string | undefined;
  let listed: string[] | undefined;
  for (const word of words) {
    const lower = word.toLowerCase();
    const [, given] = /^defaults?(?: to\b|\s*[:=])\s*(.*)$/is.exec(word) ?? [];
    const [, pattern] = /^pattern:\s*(.+)$/is.exec(word) ?? [];
    const [, list] = /^enum:\s*\[?(.+?)\]?$/is.exec(word) ?? [];
    const known = FLAGS.get(lower) ?? limitOf(word) ?? (pattern === undefined ? undefined : { pattern: ecma(pattern) });
    if (known !== undefined) keywords.push(known);
    else if (given !== undefined) preset = NO_DEFAULT.test(given.trim()) ? undefined : given.trim();
    else if (list !== undefined) listed = list.split(',').map((value) => value.trim());
    else if (!isKnown(word) && !SILENT.test(word)) unknown.push(`[${word}]`);
  }
  const left = SENTENCES.reduce((rest, sentence) => rest.replace(sentence, ''), outside)
    .replace(/^[\s,]+$/, '')
    .trim();
  return {
    optional: words.some((word) => OPTIONAL.test(word)) || /^\(optional\)/i.test(outside),
    nullable: words.some((word) => NULLABLE.test(word)),
    keywords: Object.assign({}, ...keywords),
    default: preset,
    listed,
    unknown: left === '' || /^\(optional\)/i.test(left) ? unknown : [...unknown, left],
  };
}

/** Patterns are printed as strings of the language: each backslash twice. */
const ecma = (pattern: string): string => pattern.replaceAll('\\\\', '\\').replace(/^\/(.*)\/$/s, '$1');
