import {
  equalJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Kind,
  type SchemaOf,
  siteSegment,
} from '../contract';
import type { CaseTable } from './case-table';

/** What stands at a site: a value, or nothing. */
export type Level = { readonly value: JsonValue } | 'absent';

/** Levels by site; all other sites are typical. */
export type Levels = ReadonlyMap<string, Level>;

/** A value at one site. */
export const pinned = (pointer: string, value: JsonValue): Levels => new Map([[pointer, { value }]]);

interface Composition {
  readonly table: CaseTable;
  readonly levels: Levels;
  /** The sites at which or below which a level is given. */
  readonly touched: ReadonlySet<string>;
}

function prefixes(pointer: string): string[] {
  const segments = pointer.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Puts what is given below a site into its value; one entry per kind. */
type Filling = {
  readonly [K in Kind]: (schema: SchemaOf<K>, base: JsonValue, at: string, inside: Composition) => JsonValue;
};

const asItIs = (_schema: unknown, base: JsonValue): JsonValue => base;

const FILLING: Filling = {
  string: asItIs,
  integer: asItIs,
  number: asItIs,
  boolean: asItIs,
  null: asItIs,
  enum: asItIs,
  any: asItIs,
  reference: asItIs,
  array: (_schema, base, at, inside) => {
    const first = Array.isArray(base) ? (base[0] as JsonValue | undefined) : undefined;
    if (!Array.isArray(base) || first === undefined) return base;
    const filled = fill(inside, `${at}/[]`, first);
    return base.map((item: JsonValue) => (equalJson(item, first) ? filled : item));
  },
  map: (_schema, base, at, inside) => {
    const first = isJsonObject(base) ? Object.keys(base)[0] : undefined;
    if (!isJsonObject(base) || first === undefined) return base;
    const filled = fill(inside, `${at}/{}`, base[first] as JsonValue);
    return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, key === first ? filled : value]));
  },
  object: (schema, base, at, inside) => (isJsonObject(base) ? fillMembers(schema, base, at, inside) : base),
  union: (schema, base, at, inside) => {
    const branch = schema.branches.findIndex((_, index) => inside.touched.has(`${at}/|${index}`));
    if (branch < 0) return base;
    const pointer = `${at}/|${branch}`;
    const site = inside.table.bySite.get(pointer)?.site;
    if (site === undefined) return base;
    const fits = inside.table.making.allows(site.schema, base);
    if (fits) return fill(inside, pointer, base);
    // A level of the union itself rules; without one, what stands below it chooses the branch.
    if (inside.levels.has(at)) return base;
    return fill(inside, pointer, undefined) ?? base;
  },
};

function fillMembers(schema: SchemaOf<'object'>, base: JsonObject, at: string, inside: Composition): JsonObject {
  const members = new Map(Object.entries(base));
  const declared = schema.properties.flatMap(({ name }): [string, JsonValue][] => {
    const pointer = `${at}/${siteSegment(name)}`;
    const before = members.get(name);
    members.delete(name);
    if (inside.levels.get(pointer) === 'absent') return [];
    const value = inside.touched.has(pointer) ? fill(inside, pointer, before) : before;
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries([...declared, ...members]);
}

function fill(inside: Composition, at: string, before: JsonValue): JsonValue;
function fill(inside: Composition, at: string, before: JsonValue | undefined): JsonValue | undefined;
function fill(inside: Composition, at: string, before: JsonValue | undefined): JsonValue | undefined {
  const site = inside.table.bySite.get(at)?.site;
  if (site === undefined || !inside.touched.has(at)) return before;
  const level = inside.levels.get(at);
  const base =
    level === undefined || level === 'absent' ? (before ?? inside.table.making.typical(site.schema, 0)) : level.value;
  if (base === undefined) return undefined;
  const filling = FILLING[site.schema.kind] as (
    schema: unknown,
    base: JsonValue,
    at: string,
    inside: Composition,
  ) => JsonValue;
  return filling(site.schema, base, at, inside);
}

/** The body that has these levels, and all else typical; `undefined` where no body can be made. */
export function compose(table: CaseTable, levels: Levels): JsonValue | undefined {
  const touched = new Set(['', ...[...levels.keys()].flatMap(prefixes)]);
  return fill({ table, levels, touched }, '', undefined);
}

/** Where in a body the value of a site stands that {@link compose} put there; `undefined` where there is none. */
export function placeOf(body: JsonValue, site: string): string | undefined {
  let here: JsonValue | undefined = body;
  const segments: string[] = [];
  for (const segment of site.split('/').slice(1)) {
    if (/^\|\d+$/.test(segment)) continue;
    if (segment === '[]') {
      here = Array.isArray(here) ? (here[0] as JsonValue | undefined) : undefined;
      segments.push('0');
    } else if (segment === '{}') {
      const key: string | undefined = isJsonObject(here) ? Object.keys(here)[0] : undefined;
      here = key !== undefined && isJsonObject(here) ? here[key] : undefined;
      segments.push((key ?? '').replaceAll('~', '~0').replaceAll('/', '~1'));
    } else {
      const name = segment.replaceAll('~2', '').replaceAll('~1', '/').replaceAll('~0', '~');
      here = isJsonObject(here) && Object.hasOwn(here, name) ? here[name] : undefined;
      segments.push(segment.replace('~2', ''));
    }
    if (here === undefined) return undefined;
  }
  return segments.map((segment) => `/${segment}`).join('');
}
