import { isJsonObject, type JsonObject, type JsonValue, parseJson, stringifyJson } from '../../contract';
import { Failure, shorten } from '../../result';

/** How to reach a broker: its URL, and a token or a user with a password. */
export interface BrokerAccess {
  readonly url: string;
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

const authorization = ({ token, username, password }: BrokerAccess): Record<string, string> => {
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  if (username === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` };
};

const because = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
};

/** A link of a HAL document (draft-kelly-json-hal), with the places of its template filled in. */
export function linkOf(
  document: JsonObject,
  relation: string,
  places: Readonly<Record<string, string>> = {},
): string | undefined {
  const links = document['_links'];
  const link = links !== undefined && isJsonObject(links) ? links[relation] : undefined;
  const href = link !== undefined && isJsonObject(link) ? link['href'] : undefined;
  if (typeof href !== 'string') return undefined;
  return href.replace(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(places[name] ?? ''));
}

/** Speaks to a Pact broker: HAL documents over HTTP. */
export class Hal {
  constructor(private readonly access: BrokerAccess) {}

  /** The broker's entry, whose links lead to everything else. */
  index(): Promise<JsonObject> {
    return this.call('GET', this.access.url);
  }

  /** @throws Failure (environment) where the broker is not there, refuses, or answers with no HAL document. */
  async call(method: 'GET' | 'POST' | 'PUT', url: string, body?: JsonValue): Promise<JsonObject> {
    const target = new URL(url, this.access.url).href;
    const text = await this.text(method, target, body);
    if (text === '') return {};
    try {
      const document = parseJson(text);
      if (isJsonObject(document)) return document;
    } catch {
      // Told below: no JSON at all is as wrong as JSON of another kind.
    }
    throw new Failure('environment', `${target} answered with no HAL document`, 'Check that it is a Pact broker.');
  }

  private async text(method: string, url: string, body: JsonValue | undefined): Promise<string> {
    const response = await this.fetched(method, url, body);
    const text = await response.text();
    if (response.ok) return text;
    const refused = response.status === 401 || response.status === 403;
    const next = refused
      ? 'Check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.'
      : 'Check the broker.';
    throw new Failure(
      'environment',
      `the broker answered ${method} ${url} with ${response.status}: ${shorten(text)}`,
      next,
    );
  }

  private async fetched(method: string, url: string, body: JsonValue | undefined): Promise<Response> {
    const type = body === undefined ? {} : { 'content-type': 'application/json', body: stringifyJson(body) };
    const { body: text, ...headers } = { body: undefined, ...type };
    try {
      return await fetch(url, {
        method,
        headers: { accept: 'application/hal+json, application/json', ...headers, ...authorization(this.access) },
        ...(text === undefined ? {} : { body: text }),
        signal: AbortSignal.timeout(30_000),
      });
    } catch (error) {
      throw new Failure(
        'environment',
        `the broker does not answer at ${url}: ${because(error)}`,
        'Check --broker-url.',
      );
    }
  }
}
