import { bareMediaType, isJsonType } from '../../contract';
import { type Place, placesIn } from './place';

const WILD = /^(?:\*\/\*|application\/\*)$/;

/** The media type, with what is said of it. */
export interface JsonContent {
  readonly mediaType: string;
  readonly place: Place;
}

/** What a `content` says of JSON: `application/json` before others, any type last. `undefined` where there is none. */
export function jsonContent(content: Place | undefined): JsonContent | undefined {
  const all = placesIn(content).map(([name, place]) => ({ mediaType: bareMediaType(name), place }));
  const plain = all.find(({ mediaType }) => mediaType === 'application/json');
  const found = plain ?? all.find(({ mediaType }) => isJsonType(mediaType));
  if (found !== undefined) return found;
  const wild = all.find(({ mediaType }) => WILD.test(mediaType));
  return wild === undefined ? undefined : { mediaType: 'application/json', place: wild.place };
}

/** The JSON type among those that Swagger 2.0 lists; `application/json` where it lists none. */
export function jsonAmong(listed: Place | undefined): string | undefined {
  const names = placesIn(listed).flatMap(([, { value }]) => (typeof value === 'string' ? [bareMediaType(value)] : []));
  if (names.length === 0) return 'application/json';
  if (names.includes('application/json')) return 'application/json';
  const found = names.find(isJsonType);
  return found ?? (names.some((name) => WILD.test(name)) ? 'application/json' : undefined);
}
