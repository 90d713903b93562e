import { isJsonObject, type JsonObject, type JsonValue, parseJson, stringifyJson } from '../contract';
import { Failure } from '../result';
import { authorizationOf, type BrokerAccess, certificatesOf } from './access';
import { refusalOf } from './refusal';
import { type BrokerAnswer, type BrokerCall, send } from './request';

/** How long one answer of a broker may take. */
const TIMEOUT_MS = 30_000;

/** Returns the link of a HAL document (draft-kelly-json-hal), with the places of its template filled in. */
export function linkOf(
  document: JsonObject,
  relation: string,
  places: Readonly<Record<string, string>> = {},
): string | undefined {
  const href = linkIn(document, relation)?.['href'];
  if (typeof href !== 'string') return undefined;
  return href.replace(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(places[name] ?? ''));
}

/** Returns what a link is called: `pb:consumer-version` has the version's number. */
export function linkName(document: JsonObject, relation: string): string | undefined {
  const name = linkIn(document, relation)?.['name'];
  return typeof name === 'string' ? name : undefined;
}

function linkIn(document: JsonObject, relation: string): JsonObject | undefined {
  const links = document['_links'];
  const link = links !== undefined && isJsonObject(links) ? links[relation] : undefined;
  return link !== undefined && isJsonObject(link) ? link : undefined;
}

/** A certificate that nobody vouches for is a matter of one option, not of the network. */
const isUntrusted = (error: unknown): boolean =>
  /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_/.test(String((error as { code?: string }).code));

function unreachable(url: string, error: unknown): Failure {
  const { message, code } = error as Error & { code?: string };
  const said = message || code || 'the connection failed';
  if (isUntrusted(error)) {
    const next = 'Name the certificate of whoever signed it: --ca FILE, or SSL_CERT_FILE.';
    return new Failure('environment', `the broker at ${url} has a certificate that is not trusted: ${said}`, next);
  }
  return new Failure(
    'environment',
    `the broker does not answer at ${url}: ${said}`,
    'Check PACT_BROKER_BASE_URL or --broker-url, and the network.',
  );
}

/** Speaks to a Pact broker: HAL documents over HTTP. */
export class Hal {
  private readonly certificates: string | undefined;
  private entry: Promise<JsonObject> | undefined;

  /** @throws Failure (usage) where the certificates cannot be read. */
  constructor(readonly access: BrokerAccess) {
    this.certificates = certificatesOf(access);
  }

  /** Returns the broker's entry, whose links lead to everything else. It is asked for once. */
  index(): Promise<JsonObject> {
    this.entry ??= this.call('GET', this.access.url);
    return this.entry;
  }

  /**
   * Returns the document that a call is answered with.
   * @throws Failure (usage) where the broker says that the call is wrong; Failure (environment) where it is not there,
   * knows nobody of these credentials, or answers with no HAL document.
   */
  async call(method: BrokerCall['method'], url: string, body?: JsonValue): Promise<JsonObject> {
    const answer = await this.answer(method, url, body);
    if (answer.status >= 300) throw refusalOf(answer, method);
    if (answer.text === '') return {};
    try {
      const document = parseJson(answer.text);
      if (isJsonObject(document)) return document;
    } catch {
      // Reported below: no JSON at all is as wrong as JSON of another kind.
    }
    const next = 'Check that it is a Pact broker.';
    throw new Failure('environment', `${answer.url.href} answered with no HAL document`, next);
  }

  /**
   * Returns whatever a call is answered with.
   * @throws Failure (environment) where there is no answer.
   */
  async answer(method: BrokerCall['method'], url: string, body?: JsonValue): Promise<BrokerAnswer> {
    const target = new URL(url, `${this.access.url}/`);
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { accept: 'application/hal+json, application/json', ...type, ...authorizationOf(this.access) };
    const text = body === undefined ? undefined : stringifyJson(body);
    try {
      return await send({
        method,
        url: target,
        headers,
        body: text,
        certificates: this.certificates,
        timeoutMs: TIMEOUT_MS,
        proxies: this.access.proxies ?? {},
      });
    } catch (error) {
      throw unreachable(`${target.origin}${target.pathname}`, error);
    }
  }
}
