import { decode } from 'he';
import type { TableRow } from './table';

/** A row of a property table, read. */
export interface PropertyRow {
  readonly line: number;
  readonly name: string;
  /** The text of the type, without marks and links. */
  readonly type: string;
  readonly description: string;
  /** The bracketed words of the last cell: `optional`, `readonly`, `default to 'x'`. */
  readonly notes: readonly string[];
}

/** Entities and Markdown's escapes, as text. */
export const unescapeText = (text: string): string =>
  decode(text.replace(/\\(&\w+;|&#\w+;|[\\`*_{}[\]()#+.!|"'<>-])/g, '$1'));

const plainName = (cell: string): string =>
  unescapeText(cell.replace(/^\*\*(.*)\*\*$/, '$1').replace(/^`(.*)`$/, '$1')).replace(/^r#/, '');

const plainType = (cell: string): string =>
  unescapeText(
    cell
      .replace(/\[\*\*(.*?)\*\*\]\([^)]*\)/g, '$1')
      .replace(/\*\*(.*?)\*\*/g, '$1')
      .replace(/^`(.*)`$/, '$1'),
  ).trim();

/** A cell that a pipe of its own was cut in two: its marks do not close. */
const isOpen = (text: string): boolean =>
  (text.match(/\*\*/g) ?? []).length % 2 === 1 ||
  (text.split('[').length > text.split(']').length && text.includes('[**'));

/** `[optional] [default to []]` as words; brackets may be nested. */
function notesOf(cell: string): string[] {
  const notes: string[] = [];
  let depth = 0;
  let word = '';
  for (const character of unescapeText(cell)) {
    if (character === ']' && depth === 1) notes.push(word.trim());
    if (character === '[') depth += 1;
    if (character === ']') depth = Math.max(0, depth - 1);
    if (depth === 0 || (depth === 1 && character === '[')) word = '';
    else word += character;
  }
  return notes;
}

/**
 * Reads a row: the first cell is the name, the second the type (longer where its marks do not close), the last the
 * notes, and all between is the description, which may hold pipes.
 */
export function propertyRow(row: TableRow): PropertyRow {
  const [name = '', ...rest] = row.cells;
  let type = rest.shift() ?? '';
  while (isOpen(type) && rest.length > 0) type += `|${rest.shift()}`;
  const notes = rest.pop() ?? '';
  const description = unescapeText(rest.join('|').trim());
  return { line: row.line, name: plainName(name), type: plainType(type), description, notes: notesOf(notes) };
}
