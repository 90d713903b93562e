import { createHash } from 'node:crypto';
import { canonicalJson, isJsonObject, type JsonValue } from '../../contract';
import { unlessUnreadable } from './hostile-document';
import type { Library } from './library';
import { type Place, placesIn } from './place';

/** Prose changes nothing. */
const PROSE = ['title', 'description', 'summary', 'example', 'examples', 'externalDocs', '$comment', 'tags'];

const MOST_LEVELS = 40;

/** A part of a document without its prose, with what it refers to in place of the references; a loop stays one. */
function plain(place: Place, library: Library, entered: readonly string[]): JsonValue {
  const { value } = place;
  if (Array.isArray(value)) return placesIn(place).map(([, inner]) => plain(inner, library, entered));
  if (!isJsonObject(value) || entered.length > MOST_LEVELS) return value;
  const ref = value['$ref'];
  if (typeof ref === 'string' && !entered.includes(ref)) {
    const target = unlessUnreadable<Place | undefined>(
      () => library.target(ref, place),
      () => undefined,
    );
    if (target !== undefined) return plain(target, library, [...entered, ref]);
  }
  const members = placesIn(place).filter(([name]) => !PROSE.includes(name));
  return Object.fromEntries(members.map(([name, inner]) => [name, plain(inner, library, [...entered, name])]));
}

const LENGTH = 12;

/** A short text that is another one where what a part of a document says is another thing. */
export function digestAt(place: Place, library: Library): string {
  const text = canonicalJson(plain(place, library, []));
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
}
