import { type JsonObject, type JsonValue, parseJson, stringifyJson } from '../../contract';
import { type Exchange, headerOf } from '../exchange';
import { filledText } from './call';
import type { Story } from './story';

/** Longer bodies are for no pact. */
const LONGEST_BODY = 4096;

/** Headers of a request that a pact does not agree on. */
const OWN = new Set(['host', 'content-length', 'accept', 'connection']);

/** A body as version 4 of the specification writes it: JSON as it is, what is none as bytes. */
function bodyOf(bytes: Buffer, contentType: string): JsonObject {
  try {
    return { content: parseJson(bytes.toString('utf8')), contentType, encoded: false };
  } catch {
    return { content: bytes.toString('base64'), contentType, encoded: 'base64' };
  }
}

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

function requestOf(exchange: Exchange, story: Story): JsonObject {
  const { method, target, body } = exchange.request;
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
    ...(body.length === 0 ? {} : { body: bodyOf(body, contentType) }),
  };
}

/**
 * The last call of a story as an interaction of a pact (version 4 of the specification), to be put among the
 * `interactions` of a file; `undefined` where no pact would hold it. It fails as long as the finding is there, where
 * one call is enough to show it and a pact can say it.
 */
export function interactionToAdd(story: Story, description: string): string | undefined {
  const exchange = story.exchanges.at(-1);
  const status = Number(story.expected.status);
  if (exchange === undefined || Number.isNaN(status) || exchange.request.body.length > LONGEST_BODY) return undefined;
  const { body } = story.expected;
  const hasBody = body !== undefined && Object.keys(body).length > 0;
  const contentType = 'application/json';
  const states = (story.last ?? story.planned).states;
  return stringifyJson({
    type: 'Synchronous/HTTP',
    description,
    providerStates: states.map(({ name, params }) => ({ name, params })),
    request: requestOf(exchange, story),
    response: { status, ...(hasBody ? { body: { content: body, contentType, encoded: false } } : {}) },
  });
}
