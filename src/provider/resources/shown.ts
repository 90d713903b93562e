import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  type Property,
  successOf,
} from '../../contract';
import { jsonIn } from '../body';
import type { Exchange } from '../exchange';
import { succeeded } from './caller';
import { membersOf, unwritten, writtenBy } from './compared';
import { idOf, resourceIn } from './identity';
import type { Recorder } from './recorder';
import type { Created, Subject } from './subject';
import { tellDifference } from './tell-difference';

/** The JSON of an answer; `undefined` where it has none. */
export const answerOf = ({ response }: Exchange): JsonValue | undefined => jsonIn(response?.body);

/** Holds that what was sent is in what came back. */
export function comesBack(
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

/** Reads a resource back, by itself or else in the list. */
export async function readBack(
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

/** The items that an answer lists. */
export const itemsIn = (exchange: Exchange, recorder: Recorder): readonly JsonValue[] | undefined =>
  recorder.itemsOf(answerOf(exchange));

/** The members that callers write, with which a resource is compared before and after. */
export function keptMembers({ api, options }: Subject): readonly Property[] {
  const { contract } = options.reference;
  const writing = [api.create, ...api.changes].filter((operation) => operation !== undefined);
  const names = new Set(writing.flatMap((operation) => writtenBy(operation, contract).map(({ name }) => name)));
  const shown = successOf(api.read ?? api.list ?? (api.create as Operation))?.schema;
  const members = membersOf(shown, contract.definitions);
  return (members.length > 0 ? members : writing.flatMap((one) => writtenBy(one, contract))).filter(({ name }) =>
    names.has(name),
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
