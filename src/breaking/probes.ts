import { equalJson, fromPointer, isJsonObject, type JsonValue, valuesAt } from '../contract';

/** A value with another one at a pointer into it. */
function replaced(value: JsonValue, [first, ...rest]: readonly string[], by: JsonValue): JsonValue {
  if (first === undefined) return by;
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return items.map((item, index) => (String(index) === first ? replaced(item, rest, by) : item));
  }
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== first);
  if (rest.length === 0) return Object.fromEntries([...kept, [first, by]]);
  const within = Object.hasOwn(value, first) ? replaced(value[first] as JsonValue, rest, by) : by;
  return Object.fromEntries([...kept, [first, within]]);
}

/** A plain value of every type. */
const PLAIN: readonly JsonValue[] = [null, true, 0, 1.5, 'text', [], {}];

/** More values of a place than these tell nothing new. */
const MOST = 30;

/** The different values that payloads have at a site, then those beside it. */
function valuesOf(payloads: readonly JsonValue[], site: string): JsonValue[] {
  const sites = [site, site.replace(/\/[^/]*$/, '/{}')];
  const found: JsonValue[] = [];
  for (const { value } of sites.flatMap((each) => payloads.flatMap((payload) => valuesAt(payload, each)))) {
    if (found.length >= 2 * MOST) break;
    if (!found.some((known) => equalJson(known, value))) found.push(value);
  }
  return found;
}

/** Where a value of a site stands in a payload, or could: a member that is not there can be put there. */
function placeIn(payload: JsonValue, site: string): string | undefined {
  const [found] = valuesAt(payload, site);
  if (found !== undefined) return found.pointer;
  const cut = site.lastIndexOf('/');
  const [parent] = valuesAt(payload, site.slice(0, Math.max(0, cut))).filter(({ value }) => isJsonObject(value));
  return parent === undefined || cut < 0 ? undefined : parent.pointer + site.slice(cut).replace('~2', '');
}

/**
 * Payloads of either model with another value at a site: where a model would hardly come upon a payload by itself, as
 * upon just this key of a map.
 */
export function* probes(
  payloads: readonly JsonValue[],
  site: string,
  hints: readonly JsonValue[],
): Generator<JsonValue> {
  const values = [...hints, ...valuesOf(payloads, site), ...PLAIN];
  const places = payloads.map((payload) => ({ payload, place: placeIn(payload, site) }));
  for (const { payload, place } of places.filter((each) => each.place !== undefined).slice(0, MOST))
    for (const value of values) yield replaced(payload, fromPointer(place ?? ''), value);
}
