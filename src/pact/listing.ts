import {
  equalJson,
  fromPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  type Parameter,
} from '../contract';
import { bare, isIdentity } from './identity';
import { type ParameterContext, sendableValues, textsOf } from './parameter-values';
import type { QueryRow } from './query-rows';

/** Parameters by what they do to a list, found by the names that they usually have. */
const ROLES = {
  page: /^(?:page|pageno|pagenumber|pageindex|pagenum)$/,
  offset: /^(?:offset|skip|start|startindex|startat|from)$/,
  size: /^(?:limit|size|perpage|pagesize|pagelimit|count|maxresults|maxitems|top|take)$/,
  sort: /^(?:sort|sortby|order|orderby|ordering|direction|sortorder|sortdirection|dir|desc|asc|reverse)$/,
} as const;

type Role = keyof typeof ROLES;

/** What a parameter does to a list, by the name that it usually has; `undefined` where nobody knows. */
export const roleOf = (name: string): Role | undefined =>
  (Object.keys(ROLES) as Role[]).find((role) => ROLES[role].test(bare(name)));

/** The items that an answer lists: its own, or those of its one member that is a list. */
export function itemsOf(answer: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (Array.isArray(answer)) return answer;
  if (answer === undefined || !isJsonObject(answer)) return undefined;
  const lists = Object.values(answer).filter((value): value is readonly JsonValue[] => Array.isArray(value));
  return lists.length === 1 ? lists[0] : undefined;
}

/** Whether an operation lists: what it answers with depends on filters and pages. */
export const listsItems = ({ method, path }: Operation): boolean => method === 'GET' && !/\}$/.test(path);

/** What a parameter filters items by: the value that all of them have for it. */
function commonValue(name: string, items: readonly JsonValue[]): JsonValue | undefined {
  const [first, ...others] = items.filter(isJsonObject);
  const member = Object.keys(first ?? {}).find((one) => bare(one) === bare(name));
  const value = member === undefined ? undefined : first?.[member];
  const isCommon = others.every((item) => member !== undefined && equalJson(item[member] ?? null, value ?? null));
  return isCommon ? value : undefined;
}

const numbers = (values: readonly JsonValue[]): number[] =>
  values.filter((value): value is number => typeof value === 'number');

/** A value by which an answer lists just these items; `undefined` where none is known to. */
function coherentValue(
  parameter: Parameter,
  value: JsonValue,
  items: readonly JsonValue[],
  context: ParameterContext,
): JsonValue | undefined {
  const role = roleOf(parameter.name);
  const firstOf = (candidates: readonly JsonValue[]): JsonValue | undefined =>
    candidates.find((one) => textsOf(parameter, one, context) !== undefined);
  if (role === 'page')
    return firstOf([...numbers(sendableValues(parameter, context)).filter((page) => page === 0), 1, 0]);
  if (role === 'offset') return firstOf([0]);
  if (role === 'size')
    return firstOf([
      ...numbers([value]).filter((size) => size >= items.length && size > 0),
      Math.max(items.length, 10),
      items.length,
    ]);
  if (role === 'sort') return items.length < 2 ? value : undefined;
  const common = commonValue(parameter.name, items);
  if (common !== undefined && firstOf([common]) !== undefined) return common;
  return items.length === 0 ? value : undefined;
}

/**
 * The part of a row that does not contradict an answer. A list is on its first page, which holds all of it; it is filtered
 * by what all items have, sorted where there is nothing to sort, and searched for what is not known where it is empty.
 */
export function coherentRow(row: QueryRow, answer: JsonValue | undefined, context: ParameterContext): QueryRow {
  const items = listsItems(context.operation) ? itemsOf(answer) : undefined;
  if (items === undefined) return row;
  const kept = [...row].flatMap(([name, value]) => {
    const parameter = context.operation.parameters.find((one) => one.in === 'query' && one.name === name);
    const coherent = parameter && coherentValue(parameter, value, items, context);
    return coherent === undefined ? [] : [[name, coherent] as const];
  });
  return new Map(kept);
}

/** Members of an answer beside its items that say which page it is. */
const PLACES: readonly (readonly [name: RegExp, value: (items: readonly JsonValue[], row: QueryRow) => number])[] = [
  [
    /^(?:total|totalcount|totalitems|totalelements|totalresults|totalsize|count|numberofelements|length)$/,
    (items) => items.length,
  ],
  [/^(?:totalpages|pagecount|pages|lastpage)$/, () => 1],
  [ROLES.offset, () => 0],
  [ROLES.page, (_, row) => Number([...row].find(([name]) => roleOf(name) === 'page')?.[1] ?? 1)],
  [
    ROLES.size,
    (items, row) => Number([...row].find(([name]) => roleOf(name) === 'size')?.[1] ?? Math.max(items.length, 10)),
  ],
];

const FOLLOWS = 'it follows from the items of the list, and from which page of them is asked for';
const ONCE = 'a service keeps each resource once';

/** Whether a list has the same identity twice. */
function repeats(value: JsonValue | undefined): boolean {
  const items = Array.isArray(value) ? value.filter(isJsonObject) : [];
  const name = Object.keys(items[0] ?? {}).find(isIdentity);
  const own = name === undefined ? [] : items.map((item) => JSON.stringify(item[name]));
  return new Set(own).size < own.length;
}

/** Why a class is not varied in an answer that lists: what no state can make true of a list, and the page that it is on. */
export function beyondList(
  operation: Operation,
  { pointer, schema }: { readonly pointer: string; readonly schema?: { readonly kind: string } },
  className: string,
  value: JsonValue | undefined,
): string | undefined {
  if (!listsItems(operation) || schema === undefined) return undefined;
  if (repeats(value)) return ONCE;
  const [root, ...inner] = fromPointer(pointer);
  const isPlace =
    root !== undefined &&
    inner.length === 0 &&
    ['integer', 'number'].includes(schema.kind) &&
    PLACES.some(([pattern]) => pattern.test(bare(root)));
  return isPlace && className !== 'absent' ? FOLLOWS : undefined;
}

/**
 * An answer that lists, with what it says of its page in accord with its items and its request: no page 42 of two items.
 * @param isAllowed whether the whole may be an answer.
 */
export function onItsPage(
  answer: JsonValue,
  row: QueryRow,
  operation: Operation,
  isAllowed: (answer: JsonValue) => boolean,
): JsonValue {
  const items = listsItems(operation) && !Array.isArray(answer) ? itemsOf(answer) : undefined;
  if (items === undefined || !isJsonObject(answer)) return answer;
  return Object.entries(answer).reduce<JsonObject>((made, [name, value]) => {
    const place = PLACES.find(([pattern]) => pattern.test(bare(name)));
    if (place === undefined || typeof value !== 'number') return made;
    const next = Object.fromEntries([...Object.entries(made), [name, place[1](items, row)]]);
    return isAllowed(next) ? next : made;
  }, answer);
}
