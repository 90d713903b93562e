import { linksIn, withoutLinks } from './links';
import { type Notes, notesOf } from './notes';
import type { Table, TableRow } from './table';
import { prose, unescapeText, unmarked } from './text';

/** A row of a property table, read. */
export interface PropertyRow {
  readonly line: number;
  readonly name: string;
  /** The text of the type, without marks and links. */
  readonly type: string;
  /** Where the type links to, `''` where it does not. */
  readonly link: string;
  readonly description: string;
  readonly notes: Notes;
}

/** Rust's raw identifiers are `r#type`. */
const plainName = (cell: string): string => unescapeText(unmarked(cell)).replace(/^r#/, '').trim();

/** `Option<[**Pet**](Pet.md)>` is `Option<Pet>`. */
export const plainType = (cell: string): string =>
  unescapeText(
    withoutLinks(cell)
      .replaceAll('**', '')
      .replace(/^\s*`(.*)`\s*$/s, '$1'),
  ).trim();

/** The target of the first link of a type cell, `''` where there is none. */
export const linkOf = (cell: string): string => unescapeText(linksIn(cell)[0]?.target ?? '');

/** A cell that a pipe of its own cut in two: its marks do not close. */
const isOpen = (text: string): boolean =>
  (text.match(/\*\*/g) ?? []).length % 2 === 1 ||
  (/\[\*\*|^\[/.test(text) && text.split('[').length > text.split(']').length);

/** The cells of a row as the three that matter, whatever stands between. */
interface Split {
  readonly type: string;
  readonly description: string;
  readonly notes: string;
}

/** Whether a cell holds words in brackets and nothing else. */
const isNotes = (cell: string): boolean => /^\s*\[/.test(cell) && notesOf(cell).unknown.length === 0;

/** The second cell is the type, the last one the notes, and all between is the description, which may hold pipes. */
function usual(cells: readonly string[]): Split {
  const rest = cells.slice(1);
  let type = rest.shift() ?? '';
  while (isOpen(type) && rest.length > 0) type += `|${rest.shift()}`;
  // Formatters leave out cells: what is left of the two is told by what it looks like.
  const [only = ''] = rest;
  if (rest.length < 2)
    return isNotes(only) ? { type, description: '', notes: only } : { type, description: only, notes: '' };
  const notes = rest.pop() ?? '';
  return { type, description: rest.join('|'), notes };
}

const USUAL = 'name,type,description,notes';

/** Tables with other columns: each cell by the name of its column. */
function byColumn({ columns }: Table, cells: readonly string[]): Split {
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
  return { type: cell('type'), description: cell('description'), notes: cell('notes') };
}

/** Reads a row of a table of properties or parameters. */
export function propertyRow(row: TableRow, table: Table): PropertyRow {
  const isUsual = table.columns.join() === USUAL || row.raw.length > table.columns.length;
  const { type, description, notes } = isUsual ? usual(row.raw) : byColumn(table, row.cells);
  return {
    line: row.line,
    name: plainName(row.cells[0] ?? ''),
    type: plainType(type),
    link: linkOf(type),
    description: prose(description),
    notes: notesOf(notes),
  };
}
