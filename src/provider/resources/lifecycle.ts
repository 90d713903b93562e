import { type JsonValue, type Operation, placeNames } from '../../contract';
import { operationsOf, type ResourceApi } from './api';
import type { Ids } from './caller';
import { change, staysBeside } from './changes';
import { create, isReadable, sharesId } from './creation';
import { remove } from './removal';
import { lastShown } from './shown';
import type { Created, Subject } from './subject';

/** So many resources are left for lists. */
const KEPT = 3;
/** How often another resource is looked at as well. */
const SHOWN_BESIDE = 6;

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

/** Whether a resource can be explored as a sequence; else what it lacks. */
export function lacking(api: ResourceApi, outer: Ids): string | undefined {
  if (api.create === undefined) return 'no operation creates what its path names';
  if (api.create.unsendable !== undefined) return api.create.unsendable;
  if (api.read === undefined && api.list === undefined) return 'no operation reads what is created';
  const missing = operationsOf(api)
    .flatMap(({ path }) => placeNames(path))
    .find((name) => name !== api.parameter && outer[name] === undefined);
  return missing === undefined ? undefined : `nothing is known to put into {${missing}} of its path`;
}
