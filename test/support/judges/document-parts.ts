import { childPointer, valueAt } from '../../../src/contract';

/** A value of a document that is read as it stands. */
export type Raw = Record<string, unknown>;

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value, and the pointer to where it stands after its references were followed. */
export interface Part {
  readonly pointer: string;
  readonly value: unknown;
}

/** The part at a pointer, local references followed; `undefined` where there is none, or where it is in another file. */
export function partAt(document: Raw, pointer: string, hops = 0): Part | undefined {
  const value: unknown = valueAt(document as never, pointer);
  const reference = isRaw(value) ? value['$ref'] : undefined;
  if (typeof reference !== 'string') return value === undefined ? undefined : { pointer, value };
  if (!reference.startsWith('#/') || hops > 20) return undefined;
  return partAt(document, decodeURIComponent(reference.slice(1)), hops + 1);
}

/** The members of the part at a pointer, each with its references followed. */
export function partsIn(document: Raw, pointer: string): (readonly [name: string, part: Part])[] {
  const value = partAt(document, pointer);
  if (value === undefined || typeof value.value !== 'object' || value.value === null) return [];
  return Object.keys(value.value).flatMap((name) => {
    const inner = partAt(document, childPointer(value.pointer, name));
    return inner === undefined ? [] : [[name, inner] as const];
  });
}

/** A media type without its parameters, in lower case. */
export const essence = (mediaType: string): string => (mediaType.split(';')[0] ?? '').trim().toLowerCase();
