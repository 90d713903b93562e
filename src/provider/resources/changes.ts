import { isJsonObject, type JsonObject, type JsonValue, type Operation } from '../../contract';
import type { Exchange } from '../exchange';
import { succeeded } from './caller';
import { changedMembers, unwritten } from './compared';
import { answerOf, comesBack, keptMembers, lastShown, readBack } from './shown';
import type { Created, Subject } from './subject';
import { tellDifference } from './tell-difference';

/** Holds that a change does what it says and nothing else, and that a PUT sent twice is one; gives what is then there. */
export async function change(
  operation: Operation,
  body: JsonValue,
  created: Created,
  before: JsonObject,
  subject: Subject,
) {
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

/** Sends a change once more: PUT is idempotent (RFC 9110, section 9.2.2). */
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

/** Holds that a call that was refused has changed nothing. */
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

/** Holds that another resource, which no call names, stays as it is. */
export async function staysBeside(
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
