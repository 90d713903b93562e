import {
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Site,
  siteSegment,
} from '../contract';
import type { CaseTable } from './case-table';
import { ABSENT, classNames } from './factors/levels';

/**
 * By site, the classes of the values that stand there in a body; `absent` where one is, where what it would stand in
 * is, and where a list or map is empty.
 */
export type ClassesOfBody = ReadonlyMap<string, ReadonlySet<string>>;

type Inner = readonly (readonly [pointer: string, value: JsonValue | undefined])[];

/** The values that stand within a value, each with its site; `undefined` of what could be there and is not. */
const innerOf = (table: CaseTable, { pointer }: Site): Interpreter<(value: JsonValue) => Inner> => ({
  string: () => none,
  integer: () => none,
  number: () => none,
  boolean: () => none,
  null: () => none,
  enum: () => none,
  any: () => none,
  reference: () => none,
  array: () => (value) =>
    Array.isArray(value) ? orNothing(value).map((item) => [`${pointer}/[]`, item] as const) : [],
  map: () => (value) =>
    isJsonObject(value) ? orNothing(Object.values(value)).map((member) => [`${pointer}/{}`, member] as const) : [],
  object: (schema) => (value) =>
    isJsonObject(value)
      ? schema.properties.map(({ name }) => [`${pointer}/${siteSegment(name)}`, ownMember(value, name)] as const)
      : [],
  union: (schema) => (value) =>
    schema.branches.flatMap((_, index) => {
      const branch = table.bySite.get(`${pointer}/|${index}`)?.site;
      return branch !== undefined && table.making.mayAllow(branch.schema, value)
        ? [[branch.pointer, value] as const]
        : [];
    }),
});

const none = (): Inner => [];

const orNothing = (values: readonly JsonValue[]): readonly (JsonValue | undefined)[] =>
  values.length === 0 ? [undefined] : values;

const ownMember = (object: JsonObject, name: string): JsonValue | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** The sites of these pointers, and those that they stand in. */
function leadingTo(pointers: Iterable<string>): Set<string> {
  const found = new Set(['']);
  for (const pointer of pointers)
    for (let here = pointer; !found.has(here); here = here.slice(0, here.lastIndexOf('/'))) found.add(here);
  return found;
}

/** By site, itself and all that lie within it. */
function sitesWithin(pointers: readonly string[]): Map<string, string[]> {
  const within = new Map(pointers.map((pointer) => [pointer, [] as string[]]));
  for (const pointer of pointers) for (const around of leadingTo([pointer])) within.get(around)?.push(pointer);
  return within;
}

/**
 * Tells the classes of a body's values.
 * @param pointers the sites that are asked about, where it is not all of the table's.
 */
export function classifierOf(table: CaseTable, pointers?: readonly string[]): (body: JsonValue) => ClassesOfBody {
  const wanted = pointers === undefined ? undefined : leadingTo(pointers);
  const sites = table.sites.filter(({ site }) => wanted?.has(site.pointer) ?? true);
  const names = new Map(sites.map(({ site, accept }) => [site.pointer, classNames(accept)]));
  const inner = new Map(sites.map(({ site }) => [site.pointer, interpret(innerOf(table, site), site.schema)]));
  const within = sitesWithin(sites.map(({ site }) => site.pointer));

  const classesAt = (pointer: string, value: JsonValue): string[] => {
    const rows = table.bySite.get(pointer)?.accept ?? [];
    const known = names.get(pointer) ?? [];
    const held = rows.flatMap((row, index) => (row.holds(value) ? [known[index] as string] : []));
    if (held.length > 0) return held;
    // A value of a class that has no example here is as good as a plain one.
    return rows.some(({ name }) => name === 'typical') ? ['typical'] : [];
  };

  return (body) => {
    const classes = new Map(sites.map(({ site }) => [site.pointer, new Set<string>()]));
    const visit = (pointer: string, value: JsonValue | undefined): void => {
      const here = classes.get(pointer);
      if (here === undefined) return;
      if (value === undefined) {
        for (const site of within.get(pointer) ?? []) classes.get(site)?.add(ABSENT);
        return;
      }
      for (const name of classesAt(pointer, value)) here.add(name);
      for (const [at, part] of inner.get(pointer)?.(value) ?? []) visit(at, part);
    };
    visit('', body);
    for (const here of classes.values()) if (here.size === 0) here.add(ABSENT);
    return classes;
  };
}
