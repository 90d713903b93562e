import type { Case, JsonObject, JsonValue } from '../../contract';
import type { Background } from './backgrounds';
import type { Part } from './cut';

/** Other parts for some groups of a background, in their order. */
export type Changes = readonly (readonly [group: number, part: Part])[];

/** A background with other parts in it. */
export interface Composition {
  readonly background: Background;
  readonly changes: Changes;
}

/** The body of a composition. */
export function bodyOf({ background: { text, starts }, changes }: Composition): string {
  let [all, end] = ['{', 0];
  for (const [group, part] of changes) {
    all += text.slice(end, starts[group]);
    if (part.text !== '') all += `${part.text},`;
    end = starts[group + 1] as number;
  }
  // Cut before it is joined: what is cut afterwards is copied once more.
  if (end < text.length) return `${all}${text.slice(end, -1)}}`;
  return all === '{' ? '{}' : `${all.slice(0, -1)}}`;
}

/** What a composition says. */
export function wireOf({ background: { parts }, changes }: Composition): JsonObject {
  const wire: Record<string, JsonValue> = Object.fromEntries(parts.flatMap(({ members }) => members));
  for (const [group, part] of changes) {
    for (const [name] of parts[group]?.members ?? []) delete wire[name];
    // Defined, not assigned: names are data, `__proto__` too.
    for (const [name, value] of part.members)
      Object.defineProperty(wire, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return wire;
}

/** The classes of a composition. */
export function classesOf({ background: { parts }, changes }: Composition): Case['classes'] {
  const changed = [...parts];
  for (const [group, part] of changes) changed[group] = part;
  return Object.assign({}, ...changed.map(({ classes }) => classes)) as Case['classes'];
}
