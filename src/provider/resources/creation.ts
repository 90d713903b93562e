import { type JsonObject, type JsonValue, type Operation, successOf } from '../../contract';
import { succeeded } from './caller';
import { membersOf, unwritten } from './compared';
import { createdId, idOf, resourceIn } from './identity';
import { answerOf, comesBack } from './shown';
import type { Created, Subject } from './subject';
import { tellDifference } from './tell-difference';

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

/** Holds that what is created can be read, as it was sent; gives it as it is read. */
export async function isReadable(created: Created, subject: Subject): Promise<JsonObject | undefined> {
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

/** Tells that two creations give one id: all else that goes wrong follows from it. */
export function sharesId(same: Created, created: Created, { api, recorder }: Subject): void {
  const wrong = { rule: 'created-is-new', message: 'two creations gave one id', expected: 'an id of its own' };
  recorder.tell(api.create as Operation, { ...wrong, actual: created.id }, [same.exchange, created.exchange]);
}
