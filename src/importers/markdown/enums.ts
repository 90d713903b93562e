import type { JsonLiteral } from '../../contract';
import type { PageLine } from './lines';
import type { Table, TableRow } from './table';
import { bare, unescapeText } from './text';

/** An enum of a page. */
export interface PageEnum {
  /** As its heading has it, without the container around it: `StatusEnum`; `''` for what the page itself is. */
  readonly name: string;
  /** Other names that links use: the anchor before the heading. */
  readonly anchor: string;
  readonly line: number;
  readonly members: readonly EnumMember[];
  /** Why its values may be other ones than they seem. */
  readonly doubt?: string;
}

/** A value of an enum, and the name that code has for it. */
export interface EnumMember {
  readonly name: string;
  readonly value: JsonLiteral;
}

const NUMBER = /^(?:new BigDecimal\("?)?(-?\d+(?:\.\d+)?)(?:"?\)|[lLfFdD])?$/;

/** `"v"` and `'v'` are strings, `1` and `1L` numbers, and anything else the text itself. */
export function enumValue(cell: string): JsonLiteral {
  const text = unescapeText(cell.replace(/^`(.*)`$/s, '$1')).trim();
  const quoted = /^(["'])(.*)\1$/s.exec(text)?.[2];
  if (quoted !== undefined) return quoted;
  const number = Number(NUMBER.exec(text)?.[1]);
  if (!Number.isNaN(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text.replace(/^[A-Za-z_.]+\.(?:create|fromString|parse|valueIn)\("(.*)"\)$/s, '$1');
}

/** The enum's own name: `List<ColorEnum>` and `[ColorEnum]` are headings of enums in a list. */
export const innermost = (name: string): string => /([\p{L}\p{N}_$]+)[>\])}*;\s]*$/u.exec(name)?.[1] ?? name;

const HEADING = /^Enum(?: Variants)?:?(?:\s+(.*))?$/i;

const nameOf = (heading: string): string | undefined => {
  const match = HEADING.exec(heading);
  return match === null ? undefined : innermost(match[1] ?? '');
};

const isQuoted = (cell: string): boolean => /^`?(?:"|'|&quot;|&#39;)/.test(cell);

/** The value of a row, by its column; where that is the last one, it may hold pipes. */
function valueIn(row: TableRow | undefined, columns: readonly string[]): string {
  const at = columns.indexOf('value');
  const isLast = at === columns.length - 1;
  return (row?.raw.slice(at, isLast ? undefined : at + 1) ?? []).join('|').trim();
}

/** The name of a row; a table of values alone has none. */
function nameIn(row: TableRow, columns: readonly string[]): string {
  const at = columns.indexOf('name');
  return unescapeText((row.cells[at < 0 ? columns.indexOf('value') : at] ?? '').replaceAll('*', ''));
}

/** Kotlin writes all values into one row, after the property's name. */
function oneRow(table: Table): Pick<PageEnum, 'members' | 'doubt'> | undefined {
  const [name = ''] = table.rows[0]?.cells ?? [];
  const list = valueIn(table.rows[0], table.columns);
  const heading = innermost(table.heading);
  if (table.rows.length !== 1 || isQuoted(list) || bare(unescapeText(name)) !== bare(heading)) return undefined;
  const members = unescapeText(list)
    .split(/,\s*/)
    .map((text) => ({ name: text, value: enumValue(text) }));
  return {
    members,
    doubt:
      'its values stand in one row without quotes: where one holds a comma, or is a text of digits, they are others',
  };
}

function ofTable(table: Table): Pick<PageEnum, 'members' | 'doubt'> {
  const single = oneRow(table);
  if (single !== undefined) return single;
  const values = table.rows.map((row) => valueIn(row, table.columns));
  const read = isText(values) ? (value: string): JsonLiteral => unescapeText(value) : enumValue;
  const names = table.rows.map((row) => nameIn(row, table.columns));
  return { members: names.map((name, index) => ({ name, value: read(values[index] as string) })) };
}

/** Rust writes texts without quotes: where one value is a text, all are, digits too. */
const isText = (values: readonly string[]): boolean =>
  !values.some(isQuoted) && values.some((value) => typeof enumValue(value) === 'string');

const BULLET = /^(?:[*+-]|\d+[.)])\s+`([^`]*)`\s+\(value:\s*`(.*)`\)\s*$/;
const PLAIN_BULLET = /^(?:[*+-]|\d+[.)])\s+`((?:"|&quot;).*(?:"|&quot;))`\s*$/;
/** Under the heading of an enum, what is in code or in quotes is a value, too. */
const VALUE_BULLET = /^(?:[*+-]|\d+[.)])\s+(?:`([^`]+)`|("[^"]*"))\s*$/;
const ANCHOR = /<a\s+(?:name|id)="(.*?)"\s*>/i;

function bulletOf(text: string, isInEnum: boolean): EnumMember | undefined {
  const [, name, value] = BULLET.exec(text.trim()) ?? [];
  if (name !== undefined) return { name: unescapeText(name), value: enumValue(value as string) };
  const [, inCode, inQuotes] = (isInEnum ? VALUE_BULLET.exec(text.trim()) : null) ?? [];
  const plain = PLAIN_BULLET.exec(text.trim())?.[1] ?? inCode ?? inQuotes;
  return plain === undefined ? undefined : { name: String(enumValue(plain)), value: enumValue(plain) };
}

/** Under each heading the bullets; those under no heading of an enum are the page's own. */
function ofBullets(lines: readonly PageLine[], hasProperties: boolean): PageEnum[] {
  const found = new Map<string, { name: string; line: number; members: EnumMember[] }>();
  let section = 0;
  for (const { line, text, heading, isHeading } of lines) {
    if (isHeading) section = line;
    const named = nameOf(heading);
    const [name, member] = [named ?? (hasProperties ? undefined : ''), bulletOf(text, named !== undefined)];
    if (name === undefined || member === undefined) continue;
    const key = `${section} ${name}`;
    const group = found.get(key) ?? { name, line: section || line, members: [] };
    group.members.push(member);
    found.set(key, group);
  }
  return [...found.values()].map((group) => ({ ...group, anchor: '' }));
}

/** The anchors that stand before headings, by the line of the heading. */
function anchors(lines: readonly PageLine[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let anchor = '';
  for (const { line, text, isHeading } of lines) {
    anchor = ANCHOR.exec(text)?.[1] ?? anchor;
    if (!isHeading) continue;
    found.set(line, innermost(unescapeText(anchor)));
    anchor = '';
  }
  return found;
}

/** The enums of a page, in their order: tables and bullets under `## Enum: NAME`, and what the page itself lists. */
export function enumsOf(tables: readonly Table[], rest: readonly PageLine[], hasProperties: boolean): PageEnum[] {
  const names = anchors(rest);
  const headings = rest.filter(({ isHeading }) => isHeading);
  const headingOf = (line: number): number => headings.filter((heading) => heading.line < line).at(-1)?.line ?? 0;
  const inTables = tables.flatMap((table) => {
    const name = nameOf(table.heading);
    // An enum of no values would allow nothing: a property that links to it stays open, and says so.
    if (name === undefined || !table.columns.includes('value') || table.rows.length === 0) return [];
    return [{ name, anchor: names.get(headingOf(table.line)) ?? '', line: table.line, ...ofTable(table) }];
  });
  const inBullets = ofBullets(rest, hasProperties).map((found) => ({ ...found, anchor: names.get(found.line) ?? '' }));
  return [...inTables, ...inBullets].sort((left, right) => left.line - right.line);
}
