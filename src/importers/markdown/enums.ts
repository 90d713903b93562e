import type { JsonLiteral } from '../../contract';
import { unescapeText } from './property-row';
import type { PageLine, Table } from './table';

/** The enums of a page by name: `StatusEnum` -> its values. */
export type EnumValues = ReadonlyMap<string, readonly JsonLiteral[]>;

/** `"v"` is a string, `1` a number, and anything else the text itself. */
function enumValue(cell: string): JsonLiteral {
  const text = unescapeText(cell.replace(/^`(.*)`$/, '$1')).trim();
  if (/^".*"$/s.test(text)) return text.slice(1, -1);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The enum's own name: `List<ColorEnum>` is the heading of an enum in a list. */
const innermost = (name: string): string => /(\w+)>*$/.exec(name)?.[1] ?? name;

const HEADING = /^Enum(?: Variants)?:?\s*(.*)$/;

const nameOf = (heading: string): string | undefined => {
  const match = HEADING.exec(unescapeText(heading));
  return match === null ? undefined : innermost(match[1] as string);
};

const fromTable = (table: Table): JsonLiteral[] => table.rows.map(({ cells }) => enumValue(cells.at(-1) as string));

const BULLET = /^[*-]\s+`[^`]*`\s+\(value:\s*`([^`]*)`\)/;

/** The inline enums of a page: tables and bullet lists under `## Enum: NAME`. The page's own enum has the name `''`. */
export function enumsOf(tables: readonly Table[], lines: readonly PageLine[]): EnumValues {
  const found = new Map<string, JsonLiteral[]>();
  for (const table of tables) {
    const name = nameOf(table.heading);
    if (name !== undefined && table.columns.at(-1) === 'Value') found.set(name, fromTable(table));
  }
  for (const { heading, text } of lines) {
    const [name, bullet] = [nameOf(heading), BULLET.exec(text)?.[1]];
    if (name !== undefined && bullet !== undefined) found.set(name, [...(found.get(name) ?? []), enumValue(bullet)]);
  }
  return found;
}
