import { isJsonObject, type JsonObject, type JsonValue, stringifyJson } from '../../contract';
import { type PactInteraction, readPacts } from '../../provider';
import type { AgreedInteraction } from '../../result';

const isObject = (value: JsonValue | undefined): value is JsonObject => value !== undefined && isJsonObject(value);

/** Values are single ones up to version 3 of Pact's specification, lists in version 4. */
const listed = (value: JsonValue): string => (Array.isArray(value) ? value.join(', ') : String(value));

const headerLines = (headers: JsonValue | undefined): string[] =>
  isObject(headers) ? Object.entries(headers).map(([name, value]) => `${name}: ${listed(value)}`) : [];

/** Version 4 wraps a body, versions before it have it as it is. */
const bodyOf = (body: JsonValue | undefined): JsonValue | undefined =>
  isObject(body) && 'content' in body && 'contentType' in body ? body['content'] : body;

const bodyText = (body: JsonValue | undefined): string => {
  const content = bodyOf(body);
  if (content === undefined) return '';
  return `\n\n${typeof content === 'string' ? content : stringifyJson(content)}`;
};

function queryOf(query: JsonValue | undefined): string {
  if (typeof query === 'string') return query === '' ? '' : `?${query}`;
  const pairs = isObject(query) ? Object.entries(query).map(([name, value]) => `${name}=${listed(value)}`) : [];
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function messageOf(first: string, message: JsonValue | undefined): string {
  const { headers, body } = isObject(message) ? message : {};
  return [first, ...headerLines(headers)].join('\n') + bodyText(body);
}

function agreed({ id, file, states, method, path, status, written }: PactInteraction): AgreedInteraction {
  const { request, response } = written;
  const query = isObject(request) ? queryOf(request['query']) : '';
  return {
    id,
    pact: file.split(/[\\/]/).at(-1) ?? file,
    states: states.map(({ name, params }) =>
      Object.keys(params).length === 0 ? name : `${name}\n\n${stringifyJson(params)}`,
    ),
    request: messageOf(`${method} ${path}${query}`, request),
    response: messageOf(String(status ?? 'any status'), response),
  };
}

/**
 * The interactions of the pacts in a folder, as texts to read.
 * @throws Failure as reading pacts does.
 */
export const agreedInteractions = (folder: string): AgreedInteraction[] =>
  readPacts(folder).flatMap(({ interactions }) => interactions.map(agreed));
