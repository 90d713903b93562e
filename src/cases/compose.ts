import {
  equalJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Kind,
  type Schema,
  type SchemaOf,
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
  /** The sites at which or below which a level is given, by the pointer of what they stand in. */
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Every site that leads to one of the pointers, by what it stands in. */
function touchedBy(pointers: Iterable<string>): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>();
  for (const pointer of pointers)
    for (let here = pointer; here !== ''; ) {
      const parent = here.slice(0, here.lastIndexOf('/'));
      const siblings = touched.get(parent);
      if (siblings?.has(here)) break;
      if (siblings === undefined) touched.set(parent, new Set([here]));
      else siblings.add(here);
      here = parent;
    }
  return touched;
}

const isTouched = (inside: Composition, at: string): boolean => inside.levels.has(at) || inside.touched.has(at);

/** Puts what is given below a site into its value; one entry per kind. */
type Filling = {
  readonly [K in Kind]: (schema: SchemaOf<K>, base: JsonValue, at: string, inside: Composition) => JsonValue;
};

const plain = new WeakMap<CaseTable, WeakMap<Schema, WeakMap<object, boolean>>>();

/** Whether a schema allows a value; plain values occur again and again, and are judged once. */
function allowsPlain(table: CaseTable, schema: Schema, value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return table.making.allows(schema, value);
  const ofTable = plain.get(table) ?? new WeakMap<Schema, WeakMap<object, boolean>>();
  const ofSchema = ofTable.get(schema) ?? new WeakMap<object, boolean>();
  plain.set(table, ofTable.set(schema, ofSchema));
  const known = ofSchema.get(value) ?? table.making.allows(schema, value);
  ofSchema.set(value, known);
  return known;
}

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
    const below = inside.touched.get(at) ?? new Set();
    const pointer = schema.branches.map((_, index) => `${at}/|${index}`).find((branch) => below.has(branch));
    if (pointer === undefined) return base;
    const site = inside.table.bySite.get(pointer)?.site;
    if (site === undefined) return base;
    if (allowsPlain(inside.table, site.schema, base)) return fill(inside, pointer, base);
    // A level of the union itself rules; without one, what stands below it chooses the branch.
    if (inside.levels.has(at)) return base;
    return fill(inside, pointer, undefined) ?? base;
  },
};

/** What becomes of the members at which or below which a level is given; `undefined` of one that goes. */
function changesIn(base: JsonObject, at: string, inside: Composition): Map<string, JsonValue | undefined> {
  const changes = new Map<string, JsonValue | undefined>();
  for (const pointer of inside.touched.get(at) ?? []) {
    const name = inside.table.bySite.get(pointer)?.site.property?.name;
    if (name === undefined) continue;
    const before = Object.hasOwn(base, name) ? base[name] : undefined;
    changes.set(name, inside.levels.get(pointer) === 'absent' ? undefined : fill(inside, pointer, before));
  }
  return changes;
}

/** The members in the order of the schema, then those that it does not declare. */
function fillMembers(schema: SchemaOf<'object'>, base: JsonObject, at: string, inside: Composition): JsonObject {
  const changes = changesIn(base, at, inside);
  const members = Object.entries(base);
  const isInPlace = [...changes].every(([name, value]) => value === undefined || Object.hasOwn(base, name));
  const ordered = isInPlace ? members : inOrder(schema, members, changes);
  const filled = ordered.map(([name, value]) => [name, changes.has(name) ? changes.get(name) : value] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined)) as JsonObject;
}

function inOrder(
  schema: SchemaOf<'object'>,
  members: readonly (readonly [string, JsonValue])[],
  changes: ReadonlyMap<string, JsonValue | undefined>,
): (readonly [string, JsonValue | undefined])[] {
  const left = new Map(members);
  const declared = schema.properties.flatMap(({ name }) => {
    const isThere = left.has(name) || changes.has(name);
    const member = [name, left.get(name)] as const;
    left.delete(name);
    return isThere ? [member] : [];
  });
  return [...declared, ...left];
}

function fill(inside: Composition, at: string, before: JsonValue): JsonValue;
function fill(inside: Composition, at: string, before: JsonValue | undefined): JsonValue | undefined;
function fill(inside: Composition, at: string, before: JsonValue | undefined): JsonValue | undefined {
  const site = inside.table.bySite.get(at)?.site;
  if (site === undefined || !isTouched(inside, at)) return before;
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

/**
 * The body that has these levels, and all else typical; `undefined` where no body can be made.
 * @param at the site whose value is made, where it is not the body.
 */
export function compose(table: CaseTable, levels: Levels, at = ''): JsonValue | undefined {
  const inside = { table, levels, touched: touchedBy(levels.keys()) };
  const site = table.bySite.get(at)?.site;
  return isTouched(inside, at) || site === undefined
    ? fill(inside, at, undefined)
    : table.making.typical(site.schema, 0);
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
