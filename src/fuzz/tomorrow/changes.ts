import {
  type Case,
  type Contract,
  generalPointer,
  type MainResponse,
  parseJson,
  replaceAt,
  type Schema,
  stringifyJson,
} from '../../contract';
import { fullestOf } from '../growth';
import { type Place, placesIn } from '../plan';
import { TOMORROW_ROWS } from './rows';

/** A contract as it may be tomorrow, and a response of it. */
export interface Tomorrow {
  /** The row of the breaking rules; `undefined` where no rule speaks of it. */
  readonly row: string | undefined;
  /** Where it is, as `/groups/[]`; `''` of the whole. */
  readonly place: string;
  /** The end of a sentence that begins with the place. */
  readonly says: string;
  readonly contract: Contract;
  readonly testCase: Case;
}

/** Plain data with one of its objects replaced, wherever that stands. */
function replaced<T>(data: T, before: object, after: object): T {
  if (typeof data !== 'object' || data === null) return data;
  if ((data as object) === before) return after as T;
  if (Array.isArray(data)) return data.map((item: unknown) => replaced(item, before, after)) as T;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, replaced(value, before, after)])) as T;
}

/** What is new around the body: headers that a response has beside it. */
function aroundOf(contract: Contract, plain: Case): Tomorrow[] {
  const told = { contract, place: '' };
  const withHeaders = (id: string, headers: Case['headers']): Case => ({
    ...plain,
    id: `tomorrow ${id}`,
    headers: { ...plain.headers, ...headers },
  });
  const type = plain.headers['content-type'] ?? 'application/json';
  return [
    {
      ...told,
      row: undefined,
      says: 'has a parameter of its media type',
      testCase: withHeaders('media type parameter', { 'content-type': `${type}; charset=utf-8; profile="tomorrow"` }),
    },
    {
      ...told,
      row: 'header-added',
      says: 'has a new header',
      testCase: withHeaders('header-added', { 'x-tomorrow': '1' }),
    },
  ];
}

function changesAt(contract: Contract, full: Case, place: Place, general: string): Tomorrow[] {
  return TOMORROW_ROWS.flatMap(({ row, says, make }) => {
    const change = make(place);
    if (change === undefined) return [];
    const body = stringifyJson(replaceAt(parseJson(full.body ?? ''), place.pointer, change.value));
    const testCase: Case = { ...full, id: `tomorrow ${row} ${general}`.trim(), body, classes: {}, verdict: 'accept' };
    const after = replaced(contract, change.before, change.after);
    return [{ row, place: general, says, contract: after, testCase }];
  });
}

/**
 * Returns what a contract may become without anybody being asked: each change once for each schema, with a response of
 * the changed contract.
 * @param given cases of today, of which the valid ones are changed.
 */
export function tomorrowsOf(contract: Contract, { model }: MainResponse, given: Iterable<Case>): Tomorrow[] {
  const pool = [...given];
  const full = fullestOf(model, pool);
  if (full?.body === undefined) return [];
  const known = new Set<Schema>();
  const changed = placesIn(model, parseJson(full.body)).flatMap((place) => {
    if (place.schema.kind === 'reference' || known.has(place.schema)) return [];
    known.add(place.schema);
    return changesAt(contract, full, place, generalPointer(model, place.pointer));
  });
  return [...changed, ...aroundOf(contract, full)];
}
