import { isJsonObject, type JsonValue } from './json';

const escapeSegment = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeSegment = (segment: string): string =>
  segment.replaceAll('~2', '').replaceAll('~1', '/').replaceAll('~0', '~');

/** A member's name as a segment of a site; a name that looks like a mark of sites (`[]`, `{}`, `|1`) is told apart. */
export const siteSegment = (name: string): string =>
  /^(?:\[\]|\{\}|\|\d+)$/.test(name) ? `~2${name}` : escapeSegment(name);

/** Joins segments to a JSON pointer (RFC 6901). No segment gives `''`, the root. */
export const toPointer = (segments: readonly (string | number)[]): string =>
  segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');

/** The segments of a JSON pointer (RFC 6901), unescaped. */
export const fromPointer = (pointer: string): string[] => pointer.split('/').slice(1).map(unescapeSegment);

/** The pointer of a member: `child('/a', 'b/c')` is `/a/b~1c`. */
export const childPointer = (pointer: string, segment: string | number): string =>
  `${pointer}/${escapeSegment(String(segment))}`;

/** Returns a pointer with `[]` for each index, so that all items of a list are one place. */
export const withoutIndexes = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/[]');

/** The value at a JSON pointer, or `undefined` where there is none. Only own members count. */
export function valueAt(value: JsonValue, pointer: string): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const segment of fromPointer(pointer)) {
    if (Array.isArray(here)) here = here[Number(segment)];
    else here = isJsonObject(here) && Object.hasOwn(here, segment) ? here[segment] : undefined;
  }
  return here;
}

/** Every value that a site (a pointer with `[]` for any index and `{}` for any key) stands for in a payload. */
export function valuesAt(value: JsonValue, site: string): { pointer: string; value: JsonValue }[] {
  let found = [{ pointer: '', value }];
  for (const segment of site.split('/').slice(1)) found = found.flatMap((here) => members(here, segment));
  return found;
}

function members(
  here: { pointer: string; value: JsonValue },
  segment: string,
): { pointer: string; value: JsonValue }[] {
  const { pointer, value } = here;
  if (/^\|\d+$/.test(segment)) return [here];
  if (segment === '[]')
    return Array.isArray(value)
      ? value.map((item: JsonValue, index) => ({ pointer: childPointer(pointer, index), value: item }))
      : [];
  if (!isJsonObject(value)) return [];
  const names =
    segment === '{}' ? Object.keys(value) : [unescapeSegment(segment)].filter((name) => Object.hasOwn(value, name));
  return names.map((name) => ({ pointer: childPointer(pointer, name), value: value[name] as JsonValue }));
}
