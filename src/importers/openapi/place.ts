import { basename } from 'node:path';
import { childPointer, type JsonValue } from '../../contract';

/** A value in a document, and where it stands. */
export interface Place {
  /** The file's path. */
  readonly file: string;
  /** A JSON pointer into the file. */
  readonly pointer: string;
  readonly value: JsonValue;
}

/** A place as messages name it: `openapi.yaml#/paths/~1pets/get`. */
export const placeName = ({ file, pointer }: Place): string => `${basename(file)}#${pointer.slice(0, 300)}`;

function memberAt({ file, pointer, value }: Place, segment: string | number): Place | undefined {
  const name = String(segment);
  const members = value as Readonly<Record<string, JsonValue>> | readonly JsonValue[];
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(members, name);
  if (!isThere) return undefined;
  const inner = (members as Readonly<Record<string, JsonValue>>)[name] as JsonValue;
  return { file, pointer: childPointer(pointer, name), value: inner };
}

/** The place of a member or an item; `undefined` where there is none. Only own members count. */
export function placeAt(place: Place, ...segments: (string | number)[]): Place | undefined {
  let here: Place | undefined = place;
  for (const segment of segments) here = here === undefined ? undefined : memberAt(here, segment);
  return here;
}

/** The places of all members of an object, or of all items of an array, with their names or indexes. */
export function placesIn(place: Place | undefined): (readonly [name: string, inner: Place])[] {
  const { value } = place ?? {};
  if (place === undefined || typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => {
    const inner = placeAt(place, name);
    return inner === undefined ? [] : [[name, inner] as const];
  });
}

/** The text at a member, where there is one. */
export function textAt(place: Place | undefined, ...segments: string[]): string | undefined {
  const value = place === undefined ? undefined : placeAt(place, ...segments)?.value;
  return typeof value === 'string' ? value : undefined;
}
