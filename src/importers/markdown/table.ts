/** A table row of a page: where it stands, and its cells. */
export interface TableRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table: the names of its columns, and its rows. */
export interface Table {
  /** The heading that it stands under, `''` before the first. */
  readonly heading: string;
  readonly line: number;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A heading, or a line that is neither table nor heading. */
export interface PageLine {
  readonly line: number;
  readonly heading: string;
  readonly text: string;
}

const SEPARATOR = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** Outer pipes are optional, and a row without a description may end in one. */
function cellsOf(text: string): string[] {
  const trimmed = text.trim();
  const inner = trimmed.startsWith('|') ? trimmed.replace(/^\|/, '').replace(/\|$/, '') : trimmed;
  return inner.split('|').map((cell) => cell.trim());
}

/**
 * The tables of a page, and its other lines. A separator row makes a table of the line above it and the lines below;
 * fenced code is passed over.
 */
export function readTables(page: string): { tables: Table[]; lines: PageLine[] } {
  const texts = page.split(/\r?\n/);
  const tables: Table[] = [];
  const lines: PageLine[] = [];
  let heading = '';
  let fenced = false;
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] as string;
    if (/^\s*(?:```|~~~)/.test(text)) fenced = !fenced;
    if (fenced) continue;
    const isTable =
      text.includes('|') && SEPARATOR.test(texts[index + 1] ?? '') && (texts[index + 1] ?? '').includes('-');
    if (!isTable) {
      if (/^#+\s/.test(text)) heading = text.replace(/^(?:#+\s+)+/, '').trim();
      lines.push({ line: index + 1, heading, text });
      continue;
    }
    const columns = cellsOf(text);
    const rows = rowsFrom(texts, index + 2, columns.length);
    tables.push({ heading, line: index + 1, columns, rows });
    index += 1 + rows.length;
  }
  return { tables, lines };
}

/** Formatters leave out empty cells at the end of a row: they are put back. */
const padded = (cells: readonly string[], width: number): string[] => [
  ...cells,
  ...Array<string>(Math.max(0, width - cells.length)).fill(''),
];

function rowsFrom(texts: readonly string[], start: number, width: number): TableRow[] {
  const rows: TableRow[] = [];
  for (let index = start; (texts[index] ?? '').includes('|'); index += 1)
    rows.push({ line: index + 1, cells: padded(cellsOf(texts[index] as string), width) });
  return rows;
}
