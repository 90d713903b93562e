import { type Exchange, headerOf, type ReceivedResponse, type SentRequest } from './exchange';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Headers that curl sets by itself. */
const OWN = new Set(['host', 'content-length', 'accept-encoding', 'connection', 'user-agent', 'accept']);

/** Replaces what nobody may read in a report. */
export type Mask = (text: string) => string;

/** Masks secrets of at least four characters: shorter ones would take apart whatever holds them. */
export const maskOf =
  (secrets: readonly string[]): Mask =>
  (text) =>
    secrets.filter((secret) => secret.length >= 4).reduce((so, secret) => so.replaceAll(secret, '***'), text);

/** The request as a command that a person runs. */
export function curlOf({ method, target, headers, body }: SentRequest, baseUrl: URL): string {
  const fields = Object.keys(headers)
    .filter((name) => !OWN.has(name))
    .map((name) => `-H ${quoted(`${name}: ${headerOf(headers, name)}`)}`);
  const data = body.length === 0 ? [] : [`--data-raw ${quoted(body.toString())}`];
  const url = quoted(baseUrl.origin + baseUrl.pathname.replace(/\/$/, '') + target);
  return ['curl', `-X ${method}`, url, ...fields, ...data].join(' ');
}

const responseText = ({ status, headers, body }: ReceivedResponse): string => {
  const contentType = headerOf(headers, 'content-type');
  return [
    `HTTP ${status}`,
    ...(contentType === undefined ? [] : [`content-type: ${contentType}`]),
    '',
    body.toString(),
  ].join('\n');
};

/** What helps to see and repeat an exchange. */
export function detailsOf(exchange: Exchange, baseUrl: URL, mask: Mask): Record<string, string> {
  const response = exchange.response === undefined ? {} : { response: mask(responseText(exchange.response)) };
  return { curl: mask(curlOf(exchange.request, baseUrl)), ...response };
}
