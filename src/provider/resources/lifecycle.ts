import { isJsonObject, type JsonObject, type JsonValue, type Operation, successOf } from '../../contract';
import { jsonIn } from '../body';
import type { Exchange } from '../exchange';
import { operationsOf, placesIn, type ResourceApi } from './api';
import { type Ids, succeeded } from './caller';
import { changedMembers, type Difference, membersOf, unwritten, writtenBy } from './compared';
import { createdId, idOf, resourceIn } from './identity';
import type { Recorder } from './recorder';
import type { ResourceOptions } from './sources';

/** A resource that was created, and the calls that show it. */
export interface Created {
  readonly ids: Ids;
  readonly id: string;
  readonly body: JsonValue;
  /** As its creation, or else its first reading, shows it. */
  readonly shown: JsonObject | undefined;
  readonly exchange: Exchange;
}

/** What is explored of a resource. */
export interface Subject {
  readonly api: ResourceApi;
  /** What stands in the outer places of its paths. */
  readonly outer: Ids;
  readonly options: ResourceOptions;
  readonly recorder: Recorder;
}

const answerOf = ({ response }: Exchange): JsonValue | undefined => jsonIn(response?.body ?? Buffer.alloc(0));

/** Creates a resource; `undefined` where the service refuses the body, or nobody knows which one it created. */
export async function create(body: JsonValue, subject: Subject): Promise<Created | undefined> {
  const { api, outer, recorder } = subject;
  const operation = api.create as Operation;
  const exchange = await recorder.caller.call('creations', operation, { ids: outer, body });
  recorder.check(operation, exchange);
  const id = succeeded(exchange) ? createdId(exchange, api) : undefined;
  if (id === undefined) return undefined;
  const ids = { ...outer, [api.parameter]: id };
  recorder.caller.created(api.remove, ids);
  const shown = resourceIn(answerOf(exchange), api);
  if (shown !== undefined) comesBack(body, shown, operation, [exchange], subject);
  return { ids, id, body, shown, exchange };
}

/** What was sent is in what came back. */
function comesBack(
  body: JsonValue,
  shown: JsonObject,
  operation: Operation,
  story: readonly Exchange[],
  { options, recorder }: Subject,
): void {
  const { contract } = options.reference;
  const declared = membersOf(successOf(operation)?.schema, contract.definitions);
  for (const difference of unwritten(body, shown, declared, contract.definitions))
    tellDifference('written-comes-back', 'is not as it was sent', difference, operation, story, recorder);
}

function tellDifference(
  rule: string,
  how: string,
  { pointer, expected, actual }: Difference,
  operation: Operation,
  story: readonly Exchange[],
  recorder: Recorder,
): void {
  recorder.tell(operation, { rule, message: `${pointer.slice(1)} ${how}`, expected, actual, pointer }, story);
}

/** Reads a resource back, by itself or else in the list. */
async function readBack(
  { ids, id }: Created,
  { api, outer, recorder }: Subject,
): Promise<
  { readonly exchange: Exchange; readonly shown: JsonObject | undefined; readonly operation: Operation } | undefined
> {
  if (api.read !== undefined) {
    const exchange = await recorder.caller.call('readings', api.read, { ids });
    return {
      exchange,
      shown: succeeded(exchange) ? resourceIn(answerOf(exchange), api) : undefined,
      operation: api.read,
    };
  }
  if (api.list === undefined) return undefined;
  const exchange = await recorder.caller.call('lists', api.list, { ids: outer });
  const item = itemsIn(exchange, recorder)?.find((one) => idOf(one, api) === id);
  return { exchange, shown: item !== undefined && isJsonObject(item) ? item : undefined, operation: api.list };
}

const itemsIn = (exchange: Exchange, recorder: Recorder): readonly JsonValue[] | undefined =>
  recorder.itemsOf(answerOf(exchange));

/** What is created can be read, as it was sent. */
async function isReadable(created: Created, subject: Subject): Promise<JsonObject | undefined> {
  const { api, recorder, options } = subject;
  if (api.read === undefined) return created.shown;
  const exchange = await recorder.caller.call('readings', api.read, { ids: created.ids });
  recorder.check(api.read, exchange, [created.exchange]);
  const story = [created.exchange, exchange];
  const status = exchange.response?.status;
  if (status === 404 || status === 410) {
    const message = 'what was created cannot be read';
    recorder.tell(api.read, { rule: 'created-is-readable', message, expected: 'the resource' }, story);
    return undefined;
  }
  const shown = succeeded(exchange) ? resourceIn(answerOf(exchange), api) : undefined;
  if (shown === undefined) return created.shown;
  const { definitions } = options.reference.contract;
  const declared = membersOf(successOf(api.read)?.schema, definitions);
  // What its creation has shown already is told there.
  const told = new Set(
    created.shown === undefined
      ? []
      : unwritten(created.body, created.shown, declared, definitions).map(({ pointer }) => pointer),
  );
  for (const difference of unwritten(created.body, shown, declared, definitions))
    if (!told.has(difference.pointer))
      tellDifference(
        'written-comes-back',
        'is read otherwise than it was created',
        difference,
        api.read,
        story,
        recorder,
      );
  const readId = idOf(shown, api);
  if (readId !== undefined && readId !== created.id && created.shown !== undefined)
    recorder.tell(
      api.read,
      {
        rule: 'identity-stays',
        message: 'another resource is read than was asked for',
        expected: created.id,
        actual: readId,
      },
      story,
    );
  return shown;
}

/** The members that callers write, with which a resource is compared before and after. */
function keptMembers({ api, options }: Subject) {
  const { contract } = options.reference;
  const writing = [api.create, ...api.changes].filter((operation) => operation !== undefined);
  const names = new Set(writing.flatMap((operation) => writtenBy(operation, contract).map(({ name }) => name)));
  const shown = successOf(api.read ?? api.list ?? (api.create as Operation))?.schema;
  const members = membersOf(shown, contract.definitions);
  return (members.length > 0 ? members : writing.flatMap((one) => writtenBy(one, contract))).filter(({ name }) =>
    names.has(name),
  );
}

/** A change does what it says and nothing else; sent twice it is one; refused it is none. */
async function change(operation: Operation, body: JsonValue, created: Created, before: JsonObject, subject: Subject) {
  const { recorder, options } = subject;
  const { caller } = recorder;
  const { definitions } = options.reference.contract;
  const exchange = await caller.call('changes', operation, { ids: created.ids, body });
  recorder.check(operation, exchange, [created.exchange]);
  if (!succeeded(exchange)) return before;
  const answer = answerOf(exchange);
  const answered = answer !== undefined && isJsonObject(answer) ? answer : undefined;
  if (answered !== undefined) comesBack(body, answered, operation, [created.exchange, exchange], subject);
  const after = await readBack(created, subject);
  if (after?.shown === undefined) return before;
  const story = [created.exchange, exchange, after.exchange];
  const members = keptMembers(subject);
  const differences = unwritten(body, after.shown, members, definitions);
  const told = answered === undefined ? [] : unwritten(body, answered, members, definitions);
  for (const difference of differences)
    if (!told.some(({ pointer }) => pointer === difference.pointer))
      tellDifference(
        'written-comes-back',
        'is read otherwise than it was changed',
        difference,
        operation,
        story,
        recorder,
      );
  const written = isJsonObject(body) ? Object.keys(body) : [];
  // What a PUT leaves out may be reset by it: only of a PATCH is it known to stay.
  const untouched = operation.method === 'PATCH' ? members.filter(({ name }) => !written.includes(name)) : [];
  for (const difference of changedMembers(before, after.shown, untouched, definitions))
    tellDifference(
      'untouched-stays',
      'was changed by a call that did not write it',
      difference,
      operation,
      story,
      recorder,
    );
  if (operation.method === 'PUT') await twice(operation, body, created, after.shown, subject);
  return after.shown;
}

/** PUT is idempotent (RFC 9110, section 9.2.2). */
async function twice(operation: Operation, body: JsonValue, created: Created, once: JsonObject, subject: Subject) {
  const { recorder, options } = subject;
  const again = await recorder.caller.call('changes', operation, { ids: created.ids, body });
  const rule = 'same-twice';
  if (!succeeded(again)) {
    const message = `the same request sent again is answered with ${again.response?.status}`;
    recorder.tell(operation, { rule, message, expected: 'as the first time' }, [created.exchange, again]);
    return;
  }
  const after = await readBack(created, subject);
  if (after?.shown === undefined) return;
  const story = [created.exchange, again, after.exchange];
  const { definitions } = options.reference.contract;
  for (const difference of changedMembers(once, after.shown, keptMembers(subject), definitions))
    tellDifference(rule, 'is another one when the same request is sent again', difference, operation, story, recorder);
}

/** A call that was refused has changed nothing. */
export async function staysAfter(refused: Exchange, operation: Operation, created: Created, subject: Subject) {
  const { recorder, options } = subject;
  const before = await lastShown(created, subject);
  if (before === undefined) return;
  const after = await readBack(created, subject);
  if (after?.shown === undefined) return;
  const { definitions } = options.reference.contract;
  for (const difference of changedMembers(before, after.shown, keptMembers(subject), definitions))
    tellDifference(
      'refused-update-changes',
      'was changed by a request that was refused',
      difference,
      operation,
      [created.exchange, refused, after.exchange],
      recorder,
    );
}

const SHOWN = new WeakMap<Created, JsonObject>();

/** A resource as it was last read. */
export async function lastShown(created: Created, subject: Subject): Promise<JsonObject | undefined> {
  const known = SHOWN.get(created);
  if (known !== undefined) return known;
  const read = await readBack(created, subject);
  if (read?.shown !== undefined) SHOWN.set(created, read.shown);
  return read?.shown;
}

/** What is deleted is gone: it can neither be read nor is it listed. */
export async function remove(created: Created, subject: Subject): Promise<void> {
  const { api, outer, recorder } = subject;
  const operation = api.remove;
  if (operation === undefined) return;
  const { caller } = recorder;
  const exchange = await caller.call('deletions', operation, { ids: created.ids });
  recorder.check(operation, exchange, [created.exchange]);
  if (!succeeded(exchange)) return;
  const rule = 'deleted-is-gone';
  if (api.read !== undefined) {
    const read = await caller.call('readings', api.read, { ids: created.ids });
    recorder.check(api.read, read, [created.exchange, exchange]);
    const story = [created.exchange, exchange, read];
    if (succeeded(read))
      recorder.tell(operation, { rule, message: 'what was deleted can still be read', expected: '404' }, story);
    else caller.removed(created.ids);
  }
  if (api.list !== undefined) {
    const listed = await caller.call('lists', api.list, { ids: outer });
    const isThere = itemsIn(listed, recorder)?.some((one) => idOf(one, api) === created.id);
    const message = 'what was deleted is still listed';
    if (isThere === true)
      recorder.tell(operation, { rule, message, expected: 'a list without it', scope: 'list' }, [
        created.exchange,
        exchange,
        listed,
      ]);
  }
  const again = await caller.call('deletions', operation, { ids: created.ids });
  recorder.check(operation, again, [created.exchange, exchange]);
}

/** Another resource that no call names stays as it is. */
async function staysBeside(
  bystander: Created,
  before: JsonObject,
  operation: Operation,
  story: readonly Exchange[],
  subject: Subject,
) {
  const after = await readBack(bystander, subject);
  const { recorder, options } = subject;
  if (after === undefined) return;
  const rule = 'others-stay';
  if (after.shown === undefined && succeeded(after.exchange) === false) {
    const message = 'a resource is gone that no call named';
    recorder.tell(operation, { rule, message, expected: 'the resource' }, [
      bystander.exchange,
      ...story,
      after.exchange,
    ]);
    return;
  }
  if (after.shown === undefined) return;
  const { definitions } = options.reference.contract;
  for (const difference of changedMembers(before, after.shown, keptMembers(subject), definitions))
    tellDifference(
      rule,
      'of a resource was changed that no call named',
      difference,
      operation,
      [bystander.exchange, ...story, after.exchange],
      recorder,
    );
}

/** Bodies for changes: none that is what is there already, where there is another one. */
function changesFor(operation: Operation, index: number, { options }: Subject): JsonValue | undefined {
  let at = 0;
  for (const body of options.bodiesOf(operation)) {
    if (at === index) return body;
    at += 1;
  }
  return undefined;
}

/**
 * Explores a resource as a sequence: created, read, changed, deleted, read again; each answer held to the contract, and to
 * what the sequence means. Gives the resources that it leaves for others to use.
 */
export async function exploreLifecycle(subject: Subject): Promise<readonly Created[]> {
  const { api, options, recorder } = subject;
  const left: Created[] = [];
  let turn = 0;
  for (const body of options.bodiesOf(api.create as Operation)) {
    if (recorder.caller.isOver || turn >= options.bounds.count) break;
    const created = await create(body, subject);
    turn += 1;
    if (created === undefined) continue;
    const same = left.find(({ id }) => id === created.id);
    if (same !== undefined) {
      sharesId(same, created, subject);
      break;
    }
    let shown = await isReadable(created, subject);
    const [bystander] = left;
    const beside = bystander === undefined ? undefined : await lastShown(bystander, subject);
    for (const operation of api.changes) {
      const next = changesFor(operation, turn, subject);
      if (next === undefined || shown === undefined || recorder.caller.isOver) continue;
      shown = await change(operation, next, created, shown, subject);
      if (turn <= SHOWN_BESIDE && bystander !== undefined && beside !== undefined)
        await staysBeside(bystander, beside, operation, [created.exchange], subject);
    }
    // Some are left, for what needs several: lists, and what must not be touched.
    if (left.length < KEPT) left.push(created);
    else {
      await remove(created, subject);
      if (turn <= SHOWN_BESIDE && api.remove !== undefined && bystander !== undefined && beside !== undefined)
        await staysBeside(bystander, beside, api.remove, [created.exchange], subject);
    }
  }
  return left;
}

/** Where two creations give one id, all else that goes wrong follows from it. */
function sharesId(same: Created, created: Created, { api, recorder }: Subject): void {
  const wrong = { rule: 'created-is-new', message: 'two creations gave one id', expected: 'an id of its own' };
  recorder.tell(api.create as Operation, { ...wrong, actual: created.id }, [same.exchange, created.exchange]);
}

/** So many resources are left for lists. */
const KEPT = 3;
/** How often another resource is looked at as well. */
const SHOWN_BESIDE = 6;

/** Whether a resource can be explored as a sequence; else what it lacks. */
export function lacking(api: ResourceApi, outer: Ids): string | undefined {
  if (api.create === undefined) return 'no operation creates what its path names';
  if (api.create.unsendable !== undefined) return api.create.unsendable;
  if (api.read === undefined && api.list === undefined) return 'no operation reads what is created';
  const missing = operationsOf(api)
    .flatMap(({ path }) => placesIn(path))
    .find((name) => name !== api.parameter && outer[name] === undefined);
  return missing === undefined ? undefined : `nothing is known to put into {${missing}} of its path`;
}
