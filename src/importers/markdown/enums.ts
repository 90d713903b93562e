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

/** All behind the name is the value: it may hold pipes. */
const valueIn = (row: TableRow | undefined): string => (row?.raw.slice(1) ?? []).join('|').trim();

/** Kotlin writes all values into one row, after the property's name. */
function oneRow(table: Table): Pick<PageEnum, 'members' | 'doubt'> | undefined {
  const [name = ''] = table.rows[0]?.cells ?? [];
  const list = valueIn(table.rows[0]);
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
  const values = table.rows.map(valueIn);
  const read = isText(values) ? (value: string): JsonLiteral => unescapeText(value) : enumValue;
  const names = table.rows.map(({ cells: [name = ''] }) => unescapeText(name.replaceAll('*', '')));
  return { members: names.map((name, index) => ({ name, value: read(values[index] as string) })) };
}

/** Rust writes texts without quotes: where one value is a text, all are, digits too. */
const isText = (values: readonly string[]): boolean =>
  !values.some(isQuoted) && values.some((value) => typeof enumValue(value) === 'string');

const BULLET = /^[*-]\s+`([^`]*)`\s+\(value:\s*`(.*)`\)\s*$/;
const PLAIN_BULLET = /^[*-]\s+`((?:"|&quot;).*(?:"|&quot;))`\s*$/;
const ANCHOR = /<a\s+(?:name|id)="(.*?)"\s*>/i;

function bulletOf(text: string): EnumMember | undefined {
  const [, name, value] = BULLET.exec(text.trim()) ?? [];
  if (name !== undefined) return { name: unescapeText(name), value: enumValue(value as string) };
  const [, plain] = PLAIN_BULLET.exec(text.trim()) ?? [];
  return plain === undefined ? undefined : { name: String(enumValue(plain)), value: enumValue(plain) };
}

/** Under each heading the bullets; those under no heading of an enum are the page's own. */
function ofBullets(lines: readonly PageLine[], hasProperties: boolean): PageEnum[] {
  const found = new Map<string, { name: string; line: number; members: EnumMember[] }>();
  let section = 0;
  for (const { line, text, heading, isHeading } of lines) {
    if (isHeading) section = line;
    const [name, member] = [nameOf(heading) ?? (hasProperties ? undefined : ''), bulletOf(text)];
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
    if (name === undefined || !table.columns.includes('value')) return [];
    return [{ name, anchor: names.get(headingOf(table.line)) ?? '', line: table.line, ...ofTable(table) }];
  });
  const inBullets = ofBullets(rest, hasProperties).map((found) => ({ ...found, anchor: names.get(found.line) ?? '' }));
  return [...inTables, ...inBullets].sort((left, right) => left.line - right.line);
}
