import {
  equalJson,
  isJsonObject,
  type JsonValue,
  type Operation,
  type Parameter,
  type WireText,
  wireTexts,
} from '../../contract';
import type { Exchange } from '../exchange';
import { bare } from './api';
import { succeeded } from './caller';
import { idOf } from './identity';
import { itemsIn } from './shown';
import type { ListRole } from './sources';
import type { Created, Subject } from './subject';

/** A list that was asked for. */
interface Listed {
  readonly exchange: Exchange;
  readonly items: readonly JsonValue[];
  readonly ids: readonly string[];
}

const SIZE = 2;
const MOST_PAGES = 200;

/** As many items as services cut a list to, where nobody asks for more. */
const ROUND: ReadonlySet<number> = new Set([10, 15, 20, 25, 30, 50, 100, 200, 250, 500, 1000]);

async function listed(subject: Subject, query: readonly WireText[] = []): Promise<Listed | undefined> {
  const { api, outer, recorder } = subject;
  const operation = api.list as Operation;
  const exchange = await recorder.caller.call('lists', operation, { ids: outer, query });
  if (!succeeded(exchange)) return undefined;
  const items = itemsIn(exchange, recorder);
  if (items === undefined) return undefined;
  return { exchange, items, ids: items.flatMap((item) => idOf(item, api) ?? []) };
}

const queryOf = ({ api }: Subject): readonly Parameter[] =>
  (api.list as Operation).parameters.filter(({ in: place }) => place === 'query');

const withRole = (role: ListRole, subject: Subject): Parameter | undefined =>
  queryOf(subject).find(({ name }) => subject.options.roleOf(name) === role);

const textsFor = (parameter: Parameter, value: JsonValue): readonly WireText[] => wireTexts(parameter, value) ?? [];

/** A size is kept. */
async function sizes(subject: Subject): Promise<void> {
  const size = withRole('size', subject);
  if (size === undefined) return;
  const page = await listed(subject, textsFor(size, SIZE));
  if (page === undefined || page.items.length <= SIZE) return;
  const message = `${size.name}=${SIZE} is answered with ${page.items.length} items`;
  const operation = subject.api.list as Operation;
  subject.recorder.tell(operation, { rule: 'size-is-kept', message, expected: `at most ${SIZE} items` }, [
    page.exchange,
  ]);
}

/** All pages, one after another; `undefined` where they cannot be told apart. */
async function allPages(
  subject: Subject,
): Promise<{ readonly ids: readonly string[]; readonly story: Exchange[] } | undefined> {
  const [size, page, offset] = [withRole('size', subject), withRole('page', subject), withRole('offset', subject)];
  const step = page ?? offset;
  if (size === undefined || step === undefined) return undefined;
  const ids: string[] = [];
  const story: Exchange[] = [];
  const first = page === undefined || pageBegin(page) === 0 ? 0 : 1;
  for (let at = 0; at < MOST_PAGES; at += 1) {
    const position = page === undefined ? at * SIZE : first + at;
    const one = await listed(subject, [...textsFor(size, SIZE), ...textsFor(step, position)]);
    if (one === undefined || subject.recorder.caller.isOver) return undefined;
    ids.push(...one.ids);
    story.push(one.exchange);
    if (one.items.length < SIZE) return { ids, story };
  }
  return undefined;
}

/** Where pages begin: at what is not lower than allowed. */
function pageBegin({ schema }: Parameter): number {
  const { minimum, examples } = schema as { readonly minimum?: number; readonly examples?: readonly JsonValue[] };
  return minimum === 0 || (minimum === undefined && examples?.[0] === 0) ? 0 : 1;
}

const repeatedIn = (ids: readonly string[]): string | undefined => ids.find((id, at) => ids.indexOf(id) !== at);

/** Pages put together are the whole: nothing twice, nothing lost. Looked at twice, since somebody else may change a list. */
async function pages(created: readonly Created[], subject: Subject): Promise<void> {
  const [once, again] = [await allPages(subject), await allPages(subject)];
  if (once === undefined || again === undefined) return;
  const operation = subject.api.list as Operation;
  const tell = (rule: string, message: string, expected: string): void =>
    subject.recorder.tell(operation, { rule, message, expected }, [
      ...created.map(({ exchange }) => exchange),
      ...again.story.slice(0, 4),
    ]);
  const doubled = repeatedIn(once.ids);
  if (doubled !== undefined && repeatedIn(again.ids) === doubled)
    tell('pages-repeat', 'an item is on two pages', 'each item on one page');
  const lost = created.find(({ id }) => !once.ids.includes(id) && !again.ids.includes(id));
  if (lost !== undefined) tell('pages-lose', 'what was created is on none of the pages', 'each item on one page');
}

/** Whether the list shows all there is: what is created is in it, or it is cut to a page. */
async function whole(created: readonly Created[], subject: Subject): Promise<Listed | undefined> {
  const { api, recorder } = subject;
  const operation = api.list as Operation;
  const all = await listed(subject);
  if (all === undefined) return undefined;
  recorder.check(operation, all.exchange);
  const doubled = repeatedIn(all.ids);
  const story = [...created.map(({ exchange }) => exchange), all.exchange];
  if (doubled !== undefined)
    recorder.tell(
      operation,
      { rule: 'listed-once', message: 'an item is listed twice', expected: 'each item once' },
      story,
    );
  const isPaged = ROUND.has(all.items.length) || ['size', 'page'].some((role) => withRole(role as ListRole, subject));
  const lost = created.filter(({ id }) => !all.ids.includes(id));
  const message = 'what was created is not listed';
  if (lost.length > 0 && (!isPaged || all.items.length < created.length))
    recorder.tell(operation, { rule: 'created-is-listed', message, expected: 'the resource' }, story);
  return lost.length === 0 ? all : undefined;
}

const memberOf = (item: JsonValue, parameter: Parameter): JsonValue | undefined => {
  if (!isJsonObject(item)) return undefined;
  const name = Object.keys(item).find((one) => bare(one) === bare(parameter.name));
  return name === undefined ? undefined : item[name];
};

/** Whether an item has what a list was filtered by: texts may be searched for, lists may have it among others. */
function matches(value: JsonValue | undefined, wanted: JsonValue): boolean {
  if (Array.isArray(value)) return value.some((one: JsonValue) => matches(one, wanted));
  if (value === undefined || value === null) return false;
  if (typeof value === 'string' && typeof wanted === 'string')
    return value.toLowerCase().includes(wanted.toLowerCase());
  return equalJson(value, wanted) || String(value) === String(wanted);
}

/** A filter gives only what matches, and loses none of it. */
async function filters(all: Listed, created: readonly Created[], subject: Subject): Promise<void> {
  const { api, recorder, options } = subject;
  const operation = api.list as Operation;
  const own = all.items.filter((item) => created.some(({ id }) => id === idOf(item, api)));
  for (const parameter of queryOf(subject)) {
    if (options.roleOf(parameter.name) !== undefined || recorder.caller.isOver) continue;
    const wanted = own.map((item) => memberOf(item, parameter)).find((value) => isPlain(value, parameter));
    if (wanted === undefined) continue;
    const found = await listed(subject, textsFor(parameter, wanted));
    if (found === undefined) continue;
    recorder.check(operation, found.exchange);
    const story = [...created.map(({ exchange }) => exchange), found.exchange];
    const scope = parameter.name;
    const stranger = found.items.find((item) => !matches(memberOf(item, parameter), wanted));
    if (stranger !== undefined) {
      const message = `${parameter.name} lists what does not match it`;
      recorder.tell(operation, { rule: 'filter-matches', message, expected: String(wanted), scope }, story);
    }
    const lost = own.filter((item) => equalJson(memberOf(item, parameter) ?? null, wanted));
    const isLost = lost.some((item) => !found.ids.includes(idOf(item, api) ?? ''));
    if (isLost && found.items.length < own.length) {
      const message = `${parameter.name} loses what matches it`;
      recorder.tell(operation, { rule: 'filter-loses', message, expected: String(wanted), scope }, story);
    }
  }
}

const isPlain = (value: JsonValue | undefined, parameter: Parameter): value is JsonValue =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !isJsonObject(value) &&
  !Array.isArray(value) &&
  textsFor(parameter, value).length > 0;

/** How two values stand in order; 0 where languages and stores do not agree on it. */
function order(left: JsonValue | undefined, right: JsonValue | undefined): number {
  if (typeof left === 'number' && typeof right === 'number') return Math.sign(left - right);
  if (typeof left !== 'string' || typeof right !== 'string') return 0;
  const byCode = left < right ? -1 : left > right ? 1 : 0;
  const byLetter = Math.sign(left.toLowerCase().localeCompare(right.toLowerCase(), 'en'));
  return byCode === byLetter ? byCode : 0;
}

/** A value of a parameter that sorts, as the member that it sorts by and its direction. */
function sortOf(
  value: JsonValue,
  items: readonly JsonValue[],
): { readonly member: string; readonly sign: 1 | -1 } | undefined {
  if (typeof value !== 'string') return undefined;
  const isDown = /^-|(?:[:,_ .-]|^)desc(?:ending)?$/i.test(value);
  const name = bare(value.replace(/[:,_ .-]?(?:asc|desc)(?:ending)?$/i, ''));
  const members = isJsonObject(items[0] ?? null) ? Object.keys(items[0] as object) : [];
  const member = members.find((one) => bare(one) === name);
  return member === undefined ? undefined : { member, sign: isDown ? -1 : 1 };
}

/** A sort sorts. */
async function sorts(all: Listed, subject: Subject): Promise<void> {
  const { api, recorder, options } = subject;
  const operation = api.list as Operation;
  const sort = withRole('sort', subject);
  if (sort === undefined) return;
  for (const { texts, id } of options.parameterCases(operation, sort, true)) {
    const [, text = ''] = texts[0] ?? [];
    const by = sortOf(text, all.items);
    if (by === undefined || recorder.caller.isOver) continue;
    const found = await listed(subject, texts);
    const values = (found?.items ?? []).map((item) => (isJsonObject(item) ? item[by.member] : undefined));
    const isSorted = values.every((value, at) => at === 0 || order(values[at - 1], value) * by.sign <= 0);
    if (found === undefined || isSorted) continue;
    const message = `${sort.name}=${text} does not sort`;
    const wrong = { rule: 'sort-sorts', message, expected: `the items by ${by.member}`, scope: id };
    recorder.tell(operation, wrong, [found.exchange]);
  }
}

/** Explores the list of a resource: what was created is in it, once; pages, sizes, filters and sorts do what they say. */
export async function exploreList(created: readonly Created[], subject: Subject): Promise<void> {
  if (subject.api.list === undefined) return;
  const all = await whole(created, subject);
  await sizes(subject);
  await pages(created, subject);
  if (all === undefined) return;
  await filters(all, created, subject);
  await sorts(all, subject);
}
