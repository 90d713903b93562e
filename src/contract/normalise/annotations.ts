import type { JsonValue } from '../json';
import type { Annotations } from '../schema';
import { type Part, valuesOf } from './parts';

/** `{ key: value }` of the members that are there: an absent keyword stays absent. */
export function only<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The prose of the first part that has any; and whether a part is inexact, which holds for all of them together. */
export function annotationsOf(parts: readonly Part[]): Annotations {
  const told = parts.filter(({ silent }) => !silent);
  return only({
    description: valuesOf(told, 'description')[0],
    deprecated: valuesOf(told, 'deprecated')[0],
    examples: valuesOf(told, 'examples')[0] as readonly JsonValue[] | undefined,
    inexact: valuesOf(parts, 'x-inexact')[0],
    unsaid: [...new Set(valuesOf(parts, 'x-unsaid'))].sort().join(', ') || undefined,
  }) as Annotations;
}
