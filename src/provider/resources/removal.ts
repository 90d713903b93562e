import { succeeded } from './caller';
import { idOf } from './identity';
import { itemsIn } from './shown';
import type { Created, Subject } from './subject';

/** Deletes a resource, and holds that it is gone: it can neither be read nor is it listed. */
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
