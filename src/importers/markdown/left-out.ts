import { hasNames, saysPresence } from './columns';
import type { PageLine } from './lines';
import { linksIn } from './links';
import type { Table } from './table';

/** What stands on a page and is not read: where, how many rows, and a word about it. */
export interface LeftOut {
  readonly line: number;
  readonly rows: number;
  readonly message: string;
}

/** Whether a heading is that of a model's properties. */
export const isSection = (heading: string): boolean => /^properties:?$/i.test(heading);

/** Under "Properties" any table is one; elsewhere only one with their columns, before the first section. */
export const isProperties = (table: Table): boolean =>
  isSection(table.heading) || (table.level <= 1 && hasNames(table.columns));

function otherTables(tables: readonly Table[], taken: Table | undefined): LeftOut[] {
  return tables.flatMap((table) => {
    const [line, rows] = [table.line, table.rows.length];
    if (table === taken || rows === 0) return [];
    if (isProperties(table))
      return [{ line, rows, message: `a second table of properties: its ${rows} rows are skipped` }];
    const isLike = hasNames(table.columns) && saysPresence(table.columns);
    const where = `under ${JSON.stringify(table.heading)}`;
    return isLike ? [{ line, rows, message: `a table of properties ${where}: its ${rows} rows are skipped` }] : [];
  });
}

/** Lines of the properties' section that look like rows and are in no table. */
const strayRows = (rest: readonly PageLine[], taken: Table | undefined): LeftOut[] =>
  rest
    .filter(({ heading, isHeading, text }) => !isHeading && isSection(heading) && /^\s*\|?\s*\*\*.*\|/.test(text))
    .map(({ line }) => ({
      line,
      rows: 1,
      message: taken === undefined ? 'a row without a table' : 'a row outside of the table: it is skipped',
    }));

const BASE =
  /^[\s>*_-]*(?:extends|inherits(?: from)?|all ?of|base (?:class|model|type)|parent(?: model)?)\b[*_\s]*:?\s*/i;

/** Lines that name a model whose members belong to this one, too. */
const bases = (rest: readonly PageLine[]): LeftOut[] =>
  rest
    .filter(({ text, heading, isHeading }) => {
      const isNamed = linksIn(text).some(({ target }) => /\.mdx?\b/i.test(target));
      if (isHeading) return false;
      return (
        (BASE.test(text) && (isNamed || /:\s*[`*]*[A-Z][\w.]*[`*]*\s*$/.test(text))) || (BASE.test(heading) && isNamed)
      );
    })
    .map(({ line, text }) => ({
      line,
      rows: 0,
      message: `${text.trim()}: only the members in this page's own table are read; add the others in contract.ts`,
    }));

/** All that looks as if it said something of the model, beside the table that is read. */
export const leftOutOf = (tables: readonly Table[], rest: readonly PageLine[], taken: Table | undefined): LeftOut[] => [
  ...otherTables(tables, taken),
  ...strayRows(rest, taken),
  ...bases(rest),
];
