import { isJsonObject, type JsonObject, parseJson, stringifyJson } from '../../contract';
import { credentialsIn } from '../../proxies';
import { shorten } from '../../result';
import type { ReceivedResponse } from '../exchange';
import { type SendOptions, send } from '../http/send';
import type { StateAction, StateCall, StateKeeper, StateOutcome } from './keeper';
import { outcomeOfValues } from './reserved';
import { DEEPEST } from './values';

function membersOf(text: string): JsonObject {
  try {
    const value = parseJson(text);
    return isJsonObject(value) ? value : {};
  } catch {
    // Pact asks for no body at all: whatever else stands there gives no values.
    return {};
  }
}

/** How deeply lists and objects in a JSON text lie in each other. */
function depthOf(text: string): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isText && character === '\\') at += 1;
    else if (character === '"') isText = !isText;
    else if (!isText && (character === '[' || character === '{')) depth += 1;
    else if (!isText && (character === ']' || character === '}')) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** A call and its answer, as a person reads them. */
const setupText = ({ baseUrl, request }: StateCall, answer: string): string =>
  `${request.method} ${baseUrl.origin}${request.target}\n${request.body.toString()}\n${answer}`;

function outcomeOf({ status, body }: ReceivedResponse, called: string, call: StateCall): StateOutcome {
  const text = body.toString();
  if (depthOf(text) > DEEPEST)
    return { kind: 'failed', message: `${called} gave a value that is nested more than ${DEEPEST} levels deep` };
  const members = membersOf(text);
  if (status === 409 && 'unsupported' in members) return { kind: 'declined', reason: String(members['unsupported']) };
  if (status >= 200 && status < 300) return outcomeOfValues(members, called);
  const setup = setupText(call, `HTTP ${status}\n${text}`);
  return { kind: 'failed', message: `${called} was answered with ${status}: ${shorten(text) || 'no body'}`, setup };
}

/**
 * States set up over HTTP by Pact's own convention: `POST url` with state, params and action. Each call has a connection
 * of its own: one that is kept may be closed by the service just as it is used again, and holds up a service that
 * serves one connection at a time.
 */
export const statesByUrl = (url: string, options: SendOptions): StateKeeper => {
  const target = new URL(url);
  const root = new URL(target.origin);
  const callFor = (state: string, params: JsonObject, action: StateAction): StateCall => {
    const body = Buffer.from(stringifyJson({ state, params, action }));
    const headers = {
      host: target.host,
      accept: 'application/json',
      'content-type': 'application/json',
      'content-length': String(body.length),
      ...credentialsIn(target),
    };
    return { baseUrl: root, request: { method: 'POST', target: target.pathname + target.search, headers, body } };
  };
  const change = async (state: string, params: JsonObject, action: StateAction): Promise<StateOutcome> => {
    const called = `the ${action} of the state '${state}' at ${target.origin}${target.pathname}`;
    const call = callFor(state, params, action);
    try {
      return outcomeOf(await send(root, call.request, options), called, call);
    } catch (error) {
      const { message } = error as Error;
      return { kind: 'failed', message: `${called} failed: ${message}`, setup: setupText(call, message) };
    }
  };
  return Object.assign(change, { callFor });
};
