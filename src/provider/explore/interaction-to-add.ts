import { isUtf8 } from 'node:buffer';
import { type JsonObject, type JsonValue, stringifyJson } from '../../contract';
import { jsonIn } from '../body';
import { type Exchange, headerOf } from '../exchange';
import { filledText } from './call';
import type { Story } from './story';

/** Longer bodies are for no pact. */
const LONGEST_BODY = 4096;

/** Headers of a request that a pact does not agree on. */
const OWN = new Set(['host', 'content-length', 'accept', 'connection']);

/** The JSON that was sent; `undefined` where it was none, which includes what is no UTF-8. */
const sentJson = ({ request }: Exchange): JsonValue | undefined =>
  isUtf8(request.body) ? jsonIn(request.body) : undefined;

/** Headers as they were sent; a value that the state gave is taken from the state again. */
function headersOf({ request }: Exchange, { planned, values }: Story): { headers: JsonObject; generators: JsonObject } {
  const fromState = Object.entries(planned.request.headers).filter(
    ([name, text]) => text.expression !== undefined && headerOf(request.headers, name) === filledText(text, values),
  );
  const sent = Object.keys(request.headers)
    .filter((name) => !OWN.has(name))
    .map((name): [string, JsonValue] => [name, [headerOf(request.headers, name) ?? '']]);
  const placed = fromState.map(([name, { value }]): [string, JsonValue] => [name.toLowerCase(), [value]]);
  const generators = fromState.map(([name, { expression = '' }]): [string, JsonValue] => [
    name.toLowerCase(),
    { type: 'ProviderState', expression },
  ]);
  return {
    headers: Object.fromEntries([...sent, ...placed]),
    generators: generators.length === 0 ? {} : { header: Object.fromEntries(generators) },
  };
}

function requestOf(exchange: Exchange, content: JsonValue | undefined, story: Story): JsonObject {
  const { method, target } = exchange.request;
  const { headers, generators } = headersOf(exchange, story);
  const contentType = headerOf(exchange.request.headers, 'content-type') ?? 'application/json';
  const [path = '', query] = target.split('?');
  const values = [...new URLSearchParams(query ?? '')].map(([name, value]): [string, JsonValue] => [name, [value]]);
  return {
    method,
    path,
    ...(values.length === 0 ? {} : { query: Object.fromEntries(values) }),
    headers,
    ...(Object.keys(generators).length === 0 ? {} : { generators }),
    ...(content === undefined ? {} : { body: { content, contentType, encoded: false } }),
  };
}

/**
 * The last call of a story as an interaction of a pact (version 4 of the specification), to be put among the
 * `interactions` of a file; `undefined` where no pact would hold it, as a body that is
 * no JSON. It fails as long as the finding is there, where
 * one call is enough to show it and a pact can say it.
 */
export function interactionToAdd(story: Story, description: string): string | undefined {
  // What no state brings about depends on the calls before it, with ids that the service chose.
  if (story.planned.states.length === 0) return undefined;
  const exchange = story.exchanges.at(-1);
  const status = Number(story.expected.status);
  if (exchange === undefined || Number.isNaN(status) || exchange.request.body.length > LONGEST_BODY) return undefined;
  const content = sentJson(exchange);
  if (content === undefined && exchange.request.body.length > 0) return undefined;
  const { body } = story.expected;
  const hasBody = body !== undefined && Object.keys(body).length > 0;
  const contentType = 'application/json';
  const states = (story.last ?? story.planned).states;
  return stringifyJson({
    type: 'Synchronous/HTTP',
    description,
    providerStates: states.map(({ name, params }) => ({ name, params })),
    request: requestOf(exchange, content, story),
    response: { status, ...(hasBody ? { body: { content: body, contentType, encoded: false } } : {}) },
  });
}
