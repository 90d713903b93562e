import { shellQuoted } from '../result';
import { curlBody } from './curl-body';
import { type Exchange, headerOf, type ReceivedResponse, type SentRequest } from './exchange';

/** Headers that curl sets by itself. */
const OWN = new Set(['host', 'content-length', 'accept-encoding', 'connection', 'user-agent', 'accept']);

/** Replaces what nobody may read in a report. */
export type Mask = (text: string) => string;

/**
 * Masks secrets of at least four characters, the longer ones first: shorter ones would take apart whatever holds them.
 * Those that become known later are masked from then on.
 */
export const maskOf =
  (secrets: Iterable<string>): Mask =>
  (text) =>
    [...secrets]
      .filter((secret) => secret.length >= 4)
      .sort((left, right) => right.length - left.length)
      .reduce((so, secret) => so.replaceAll(secret, '***'), text);

/** The variable of the environment that whoever runs a command puts the value of a secret header in. */
const variableFor = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]/g, '_');

/** A header as it was sent; of one that nobody may read, by a variable. */
function headerWord(name: string, value: string, { mask, variables = '' }: CurlOptions): string {
  return mask(value) === value
    ? `-H ${shellQuoted(`${name}: ${value}`)}`
    : `-H "${name}: $${variables}${variableFor(name)}"`;
}

/** How a request is written as a command. */
export interface CurlOptions {
  readonly mask: Mask;
  /** What the names of variables begin with. */
  readonly variables?: string;
}

/**
 * The request as a command that a person runs, byte for byte. Secret headers are variables of the environment, named
 * after them: `AUTHORIZATION`.
 */
export function curlOf({ method, target, headers, body }: SentRequest, baseUrl: URL, options: CurlOptions): string {
  const fields = Object.keys(headers)
    .filter((name) => !OWN.has(name))
    .map((name) => headerWord(name, headerOf(headers, name) ?? '', options));
  const url = shellQuoted(baseUrl.origin + baseUrl.pathname.replace(/\/$/, '') + target);
  const { before, words } = curlBody(body);
  return options.mask(`${before}${['curl', `-X ${method}`, url, ...fields, ...words].join(' ')}`);
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
  return { curl: curlOf(exchange.request, baseUrl, { mask }), ...response };
}
