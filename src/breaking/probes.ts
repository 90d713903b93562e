import { equalJson, fromPointer, isJsonObject, type JsonValue, valuesAt } from '../contract';

/** A value with another one at a pointer into it; without it where there is no other one. */
function replaced(value: JsonValue, [first, ...rest]: readonly string[], by: JsonValue | undefined): JsonValue {
  if (first === undefined) return by === undefined ? value : by;
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return items.map((item, index) => (String(index) === first ? replaced(item, rest, by) : item));
  }
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== first);
  const within =
    rest.length === 0 ? by : replaced(Object.hasOwn(value, first) ? (value[first] as JsonValue) : {}, rest, by);
  return Object.fromEntries(within === undefined ? kept : [...kept, [first, within]]);
}

/** A plain value of every type. */
const PLAIN: readonly JsonValue[] = [null, true, 0, 1.5, 'text', [], {}];

/** More values of a place than these tell nothing new. */
const MOST = 30;

/** The name of a member that nobody declares. */
const OTHER = 'undeclared';

/** The different values that payloads have at a site. */
function valuesOf(payloads: readonly JsonValue[], site: string, most: number): JsonValue[] {
  const found: JsonValue[] = [];
  for (const { value } of payloads.flatMap((payload) => valuesAt(payload, site))) {
    if (found.length >= most) break;
    if (!found.some((known) => equalJson(known, value))) found.push(value);
  }
  return found;
}

const lastOf = (site: string): string => site.slice(site.lastIndexOf('/'));

/** Where values of a site stand in a payload, or could: a member that is not there can be put there. */
function placesIn(payload: JsonValue, site: string): string[] {
  const [found] = valuesAt(payload, site);
  const here = found === undefined ? [] : [found.pointer];
  if (site === '' || (here.length > 0 && lastOf(site) !== '/{}')) return here;
  const [parent] = valuesAt(payload, site.slice(0, site.lastIndexOf('/'))).filter(({ value }) => isJsonObject(value));
  if (parent === undefined) return here;
  const name = lastOf(site) === '/{}' ? `/${OTHER}` : lastOf(site).replace('~2', '');
  return [...here, parent.pointer + name];
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
  const beside = `${site.slice(0, Math.max(0, site.lastIndexOf('/')))}/{}`;
  const values = [...hints, ...valuesOf(payloads, site, MOST), ...valuesOf(payloads, beside, MOST), ...PLAIN];
  const hosts = payloads.map((payload) => ({ payload, places: placesIn(payload, site) }));
  for (const { payload, places } of hosts.filter((host) => host.places.length > 0).slice(0, MOST))
    for (const place of places) for (const value of values) yield replaced(payload, fromPointer(place), value);
}

/** So many payloads are taken to put values into. */
const MOST_HOSTS = 3;

/** Payloads with each of these values at a site, as far as payloads have room for it. */
export function* placed(
  payloads: readonly JsonValue[],
  site: string,
  values: readonly JsonValue[],
): Generator<JsonValue> {
  const hosts = payloads.map((payload) => ({ payload, places: placesIn(payload, site) }));
  for (const { payload, places } of hosts.filter((host) => host.places.length > 0).slice(0, MOST_HOSTS))
    for (const place of places) for (const value of values) yield replaced(payload, fromPointer(place), value);
}

/**
 * One payload with each of the values that others have at a site, and with none: what comes of it if just this place
 * were another one.
 */
export function* variantsAt(payload: JsonValue, site: string, others: readonly JsonValue[]): Generator<JsonValue> {
  const values = [undefined, ...valuesOf(others, site, MOST)];
  for (const place of placesIn(payload, site))
    for (const value of values) yield replaced(payload, fromPointer(place), value);
}
