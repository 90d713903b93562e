import { types } from 'node:util';
import { type Property, snakeCase } from '../../contract';

/** Where a program may keep a member, by what it can be called there. */
export const ABSENT = Symbol('absent');

const camelCase = (name: string): string =>
  name.replace(/[_-]+([A-Za-z0-9])/g, (_match, next: string) => next.toUpperCase());

/** The names that a member may have in a program: documented, of the wire, or either in the other case. */
export function namesOf(property: Property): string[] {
  const documented = property.documentedName ?? property.name;
  return [...new Set([documented, property.name, camelCase(property.name), snakeCase(documented)])];
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a value can hold members: an object, of a class too, or a Map. */
export const hasMembers = (value: unknown): value is object =>
  isContainer(value) && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof Set);

/** What a list of a program holds: an array, a set, or what can be gone through and counted, as typed arrays. */
export function itemsOf(got: unknown): readonly unknown[] | undefined {
  if (Array.isArray(got)) return got;
  if (!isContainer(got) || types.isMap(got) || !(Symbol.iterator in got)) return undefined;
  return 'size' in got || 'length' in got ? [...(got as Iterable<unknown>)] : undefined;
}

/** A member of an object; absent where reading it throws, as in classes that have a way to ask before. */
function read(holder: object, name: string): unknown {
  try {
    return (holder as Record<string, unknown>)[name];
  } catch {
    return ABSENT;
  }
}

/** The member under the first of the names that is there; accessors of classes count, what every object has does not. */
export function memberOf(holder: object, names: readonly string[]): unknown {
  if (types.isMap(holder)) {
    const name = names.find((candidate) => holder.has(candidate));
    return name === undefined ? ABSENT : holder.get(name);
  }
  for (const name of names) {
    if (Object.hasOwn(holder, name)) return read(holder, name);
    if (name in holder && !(name in Object.prototype)) return read(holder, name);
  }
  return ABSENT;
}

/** What a map of data holds; of an object, its own members. An object that only inherits from a Map is none. */
export const entriesOf = (holder: object): [string, unknown][] =>
  types.isMap(holder) ? [...holder].map(([name, value]) => [String(name), value]) : Object.entries(holder);
