import { columnOf } from './columns';
import type { PageLine } from './lines';

/** A table row of a page: where it stands, and its cells as they are written. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The cells that are there, with the spaces around them: a pipe may be one of the text. */
  readonly raw: readonly string[];
}

/** A table: the names of its columns in lower case, its rows, and lines that look like rows and are none. */
export interface Table {
  readonly heading: string;
  readonly level: number;
  readonly line: number;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Outer pipes are optional, a row without a description may end in one, and a pipe after a backslash is text. */
function cellsOf(text: string): string[] {
  const trimmed = text.trim();
  const inner = trimmed.startsWith('|') ? trimmed.slice(1).replace(/(?<!\\)\|$/, '') : trimmed;
  return inner.split(/(?<!\\)\|/);
}

/** Formatters leave out empty cells at the end of a row: they are put back. */
const padded = (cells: readonly string[], width: number): string[] => [
  ...cells,
  ...Array<string>(Math.max(0, width - cells.length)).fill(''),
];

const isSeparator = (line: PageLine | undefined): boolean =>
  line?.text.includes('|') === true && cellsOf(line.text).every((cell) => /^\s*:?-+:?\s*$/.test(cell));

/** The marks that the first cell of generated tables has. */
const MARKED = /^\s*\|?\s*(?:<a\b[^>]*>\s*<\/a>\s*)?(?:~~)?(?:\*\*|`|\[)/;

/** A row that lost all of its cells but the name. */
const isBareName = (text: string): boolean => /^\s*(?:\*\*[^*\s]+\*\*|`[^`\s]+`)\s*$/.test(text);

/** Links back and anchors after a table belong to the page. */
const isFurniture = (text: string): boolean =>
  /^\s*(?:\[\[Back|\{:)/i.test(text) || (/^\s*<a\b/i.test(text) && !text.includes('|'));

/**
 * The rows from a line on, until a blank one. A description that was not folded goes on in the next lines, also past
 * blank ones: they are joined to a row that lacks cells.
 */
function rowsFrom(lines: readonly PageLine[], start: number, width: number): { rows: TableRow[]; end: number } {
  const texts: { line: number; text: string }[] = [];
  const isMarked = MARKED.test(lines[start]?.text ?? '');
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const { text, line, isHeading } = lines[index] as PageLine;
    if (isHeading || isFurniture(text) || isSeparator(lines[index + 1])) break;
    const last = texts.at(-1);
    const isOpen =
      isMarked && last !== undefined && cellsOf(last.text).length < width && !last.text.trim().endsWith('|');
    if (text.trim() === '') {
      if (isOpen && continues(lines, index)) continue;
      break;
    }
    const isRow = text.includes('|') || (isMarked && isBareName(text));
    if (isRow && (!isMarked || MARKED.test(text) || !isOpen)) texts.push({ line, text });
    else if (isOpen) last.text = `${last.text} ${text.trim()}`;
    else break;
    end = index + 1;
  }
  return { rows: texts.map(({ line, text }) => rowOf(line, cellsOf(text), width)), end };
}

const rowOf = (line: number, raw: readonly string[], width: number): TableRow => ({
  line,
  cells: padded(raw, width).map((cell) => cell.trim()),
  raw,
});

/** Whether text that ends in cells follows a blank line, before any other row or heading. */
function continues(lines: readonly PageLine[], from: number): boolean {
  const next = lines.slice(from).find(({ text }) => text.trim() !== '');
  return next !== undefined && !next.isHeading && !MARKED.test(next.text) && next.text.includes('|');
}

/** The tables among lines, and the lines that are in none. A separator makes a table of what stands around it. */
export function tablesOf(lines: readonly PageLine[]): { tables: Table[]; rest: PageLine[] } {
  const tables: Table[] = [];
  const rest: PageLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const here = lines[index] as PageLine;
    if (here.isHeading || !here.text.includes('|') || !isSeparator(lines[index + 1])) {
      rest.push(here);
      continue;
    }
    const columns = cellsOf(here.text).map(columnOf);
    const { rows, end } = rowsFrom(lines, index + 2, columns.length);
    tables.push({ heading: here.heading, level: here.level, line: here.line, columns, rows });
    index = Math.max(end, index + 2) - 1;
  }
  return { tables, rest };
}
