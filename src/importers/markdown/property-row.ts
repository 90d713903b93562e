import { absenceIn } from './columns';
import { withoutTags } from './inline-html';
import { linksIn, withoutLinks } from './links';
import { type Notes, notesOf } from './notes';
import { nameOf } from './property-name';
import type { Table, TableRow } from './table';
import { prose, unescapeText } from './text';

/** A row of a property table, read. */
export interface PropertyRow {
  readonly line: number;
  readonly name: string;
  /** It is a member of a member, as indented rows are. */
  readonly isNested: boolean;
  /** The text of the type, without marks and links. */
  readonly type: string;
  /** Where the type links to, `''` where it does not. */
  readonly link: string;
  readonly description: string;
  readonly notes: Notes;
  /** The member may be absent: its notes, a column or a mark beside its name say so. */
  readonly optional: boolean;
  /** Why it may be otherwise. */
  readonly doubts: readonly string[];
}

/** `Option<[**Pet**](Pet.md)>` is `Option<Pet>`. */
export const plainType = (cell: string): string =>
  unescapeText(
    withoutLinks(withoutTags(cell))
      .replace(/\*{2,3}|~~/g, '')
      .replace(/^\s*`(.*)`\s*$/s, '$1'),
  ).trim();

/** The target of the first link of a type cell, `''` where there is none. */
export const linkOf = (cell: string): string => unescapeText(linksIn(withoutTags(cell))[0]?.target ?? '');

/** A cell that a pipe of its own cut in two: its marks do not close. */
const isOpen = (text: string): boolean =>
  (text.match(/\*\*/g) ?? []).length % 2 === 1 ||
  (/\[\*\*|^\[/.test(text) && text.split('[').length > text.split(']').length);

/** Whether a cell holds words in brackets and nothing else. */
const isNotes = (cell: string): boolean => /^\s*\[/.test(cell) && notesOf(cell).unknown.length === 0;

/** Rows may have more cells than columns: a type goes on while its marks do not close, a description holds the rest. */
function fitted({ columns }: Table, raw: readonly string[]): string[] {
  const cells = [...raw];
  const [type, description] = [columns.indexOf('type'), columns.indexOf('description')];
  while (isOpen(cells[type] ?? '') && cells.length > type + 1)
    cells.splice(type, 2, `${cells[type]}|${cells[type + 1]}`);
  const extra = cells.length - columns.length;
  if (extra > 0 && description >= 0)
    cells.splice(description, extra + 1, cells.slice(description, description + extra + 1).join('|'));
  return cells;
}

/** Each cell by the name of its column. Formatters leave out cells: notes are told by what they look like. */
function byColumn(table: Table, raw: readonly string[]): (column: string) => string {
  const cells = fitted(table, raw);
  const isShort = cells.length < table.columns.length;
  const [description, notes] = [table.columns.indexOf('description'), table.columns.indexOf('notes')];
  if (isShort && cells.length === description + 1 && notes === description + 1 && isNotes(cells[description] ?? ''))
    cells.splice(description, 0, '');
  return (column) => cells[table.columns.indexOf(column)] ?? '';
}

/** Reads a row of a table of properties or parameters. */
export function propertyRow(row: TableRow, table: Table): PropertyRow {
  const cell = byColumn(table, row.raw);
  const [name, notes] = [nameOf(row.cells[0] ?? ''), notesOf(cell('notes'))];
  const absence = absenceIn(table.columns, table.columns.map(cell));
  const doubts = [
    ...(name.isDoubtful ? [`${row.cells[0]} is read as the name ${name.name}`] : []),
    ...(absence === 'unclear' ? [`the page does not say in a clear word whether ${name.name} may be absent`] : []),
  ];
  return {
    line: row.line,
    name: name.name,
    isNested: name.isNested,
    type: plainType(cell('type')),
    link: linkOf(cell('type')),
    description: prose(cell('description')),
    notes,
    optional: name.optional || notes.optional || (absence ?? false) !== false,
    doubts,
  };
}
