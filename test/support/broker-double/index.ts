import { json, type ScriptedService, scripted } from '../scripted-service';
import { Memory } from './memory';
import { type Answer, answerTo } from './routes';

/** What the double was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** How a double differs from one that anybody may use. */
export interface DoubleOptions {
  /** Who may ask: `Bearer TOKEN` or `Basic ...`. */
  readonly authorization?: string;
  /** What stands before all paths. */
  readonly prefix?: string;
}

/** A broker in this process. */
export interface BrokerDouble extends ScriptedService {
  readonly asked: readonly Asked[];
  /** Has calls answered otherwise from now on, as by a proxy before the broker; nothing for as usual. */
  readonly intercept: (answer: (asked: Asked) => Answer | undefined) => void;
}

/** Rack::Auth::Basic answers without a document: `401`, text/plain, no body. */
const UNAUTHORIZED: Answer = { status: 401 };

/** Starts a double of a Pact broker, which answers as version 2.112.0 of the real one does. */
export async function brokerDouble({ authorization, prefix = '' }: DoubleOptions = {}): Promise<BrokerDouble> {
  const asked: Asked[] = [];
  const memory = new Memory();
  let intercepted: (one: Asked) => Answer | undefined = () => undefined;
  let base = '';
  const answerFor = (one: Asked): Answer => {
    if (authorization !== undefined && one.authorization !== authorization) return UNAUTHORIZED;
    const url = new URL(one.path, 'http://broker');
    const call = { method: one.method, url, body: (one.body ?? {}) as Record<string, unknown>, base, memory };
    return intercepted(one) ?? answerTo(call, url.pathname.slice(prefix.length));
  };
  const service = await scripted((request, text, response) => {
    const { method = '', url: path = '', headers } = request;
    const body = text === '' ? undefined : (JSON.parse(text) as unknown);
    const one: Asked = { method, path, authorization: headers.authorization, body };
    asked.push(one);
    const answer = answerFor(one);
    if (answer.body !== undefined) return json(response, answer.body, answer.status);
    response.writeHead(answer.status, { 'content-type': 'text/plain' });
    return void response.end();
  });
  base = `${service.url}${prefix}`;
  return {
    ...service,
    url: base,
    asked,
    intercept: (answer) => {
      intercepted = answer;
    },
  };
}
