import { credentialHeader, credentialsOf, type Operation } from '../../contract';
import type { Exchange } from '../exchange';
import { operationsOf } from './api';
import { type Ids, type Sent, succeeded } from './caller';
import { staysAfter } from './changes';
import { lastShown } from './shown';
import type { Created, Subject } from './subject';

const WRONG = 'wrong-credentials';

/** The headers that are an operation's credentials, in the form in which they are wrong. */
function wrongHeaders({ security }: Operation, value: string | undefined): Record<string, string | undefined> {
  const names = credentialsOf(security).map((one) => [credentialHeader(one), one.scheme] as const);
  return Object.fromEntries(
    names.flatMap(([name, scheme]) => {
      if (name === undefined || name === 'cookie') return [];
      const prefix = scheme === 'bearer' ? 'Bearer ' : scheme === 'basic' ? 'Basic ' : '';
      return [[name, value === undefined ? undefined : prefix + value]];
    }),
  );
}

/** What a caller without rights is sent with: the body that is right, so that only its credentials are wrong. */
function sentBy(operation: Operation, ids: Ids, headers: Sent['headers'], { options }: Subject): Sent {
  if (operation.request === undefined) return { ids, headers };
  const [body] = options.bodiesOf(operation);
  return body === undefined ? { ids, headers } : { ids, headers, body };
}

const isRefused = ({ response }: Exchange): boolean =>
  response !== undefined && response.status >= 400 && response.status < 500;

async function demandRefusal(
  who: string,
  operation: Operation,
  headers: Sent['headers'],
  created: Created,
  subject: Subject,
): Promise<void> {
  const { recorder, api } = subject;
  const ids = operation === api.create || operation === api.list ? subject.outer : created.ids;
  const exchange = await recorder.caller.call('other callers', operation, sentBy(operation, ids, headers, subject));
  if (isRefused(exchange) || exchange.response === undefined || exchange.response.status >= 500)
    recorder.check(operation, exchange);
  else {
    const message = `${who} is answered with ${exchange.response.status}`;
    recorder.tell(operation, { rule: 'not-refused', message, expected: '401 or 403', scope: who }, [exchange]);
  }
  if (isRefused(exchange) && api.changes.includes(operation)) await staysAfter(exchange, operation, created, subject);
}

/** Callers with no and with wrong credentials are refused by every operation of a resource that asks for some. */
export async function exploreCallers(created: Created, subject: Subject): Promise<void> {
  for (const operation of operationsOf(subject.api)) {
    if (subject.recorder.caller.isOver) return;
    if (Object.keys(wrongHeaders(operation, WRONG)).length === 0 || admitsAnyone(operation)) continue;
    await demandRefusal('no credentials', operation, wrongHeaders(operation, undefined), created, subject);
    await demandRefusal('wrong credentials', operation, wrongHeaders(operation, WRONG), created, subject);
  }
}

const admitsAnyone = ({ admits = [] }: Operation): boolean => admits.some((alternative) => alternative.length === 0);

/** Another caller neither sees nor changes what is not theirs. */
export async function exploreOtherCaller(created: Created, subject: Subject): Promise<void> {
  const { api, options, recorder } = subject;
  const { otherHeaders: headers } = options;
  if (headers === undefined || (await lastShown(created, subject)) === undefined) return;
  for (const operation of [api.read, ...api.changes, api.remove]) {
    if (operation === undefined || recorder.caller.isOver) continue;
    const exchange = await recorder.caller.call(
      'other callers',
      operation,
      sentBy(operation, created.ids, headers, subject),
    );
    if (!succeeded(exchange)) recorder.check(operation, exchange);
    else {
      const did = operation === api.read ? 'sees' : operation === api.remove ? 'deletes' : 'changes';
      const message = `another caller ${did} what is not theirs`;
      recorder.tell(operation, { rule: 'other-caller', message, expected: '403 or 404' }, [created.exchange, exchange]);
    }
  }
}
