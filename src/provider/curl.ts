import { shellBytes, shellQuoted, shellWord } from '../result';
import type { ExtraHeaders } from './credentials';
import { curlBody } from './curl-body';
import { type Exchange, headerOf, type ReceivedResponse, type SentRequest } from './exchange';
import type { Mask } from './mask';

/** Headers that curl sets by itself. */
const OWN = new Set(['host', 'content-length', 'accept-encoding', 'connection', 'user-agent', 'accept']);

/** The variable of the environment that whoever runs a command puts the value of a secret header in. */
function variableFor(name: string, variables: string): string {
  const variable = variables + name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
  // No name of a variable begins with a digit, and those that a shell uses have values of their own.
  return /^\d|^(?:PATH|HOME|PWD|IFS|SHELL|USER|TERM|LANG|PS\d)$/.test(variable) ? `HEADER_${variable}` : variable;
}

/** A header as it was sent, byte for byte; of one that nobody may read, by a variable. curl drops `name:`, and sends `name;`. */
function headerWord(name: string, value: string, { mask, variables = '', hidden = {} }: CurlOptions): string {
  if (hidden[name] === value || mask(value) !== value)
    return `-H ${shellQuoted(`${name}: `)}"$${variableFor(name, variables)}"`;
  return `-H ${shellBytes(Buffer.from(value === '' ? `${name};` : `${name}: ${value}`, 'latin1'))}`;
}

/** How a request is written as a command. */
export interface CurlOptions {
  readonly mask: Mask;
  /** What the names of variables begin with. */
  readonly variables?: string;
  /** Values of headers, by lower-case name, that nobody may read, whatever they are. */
  readonly hidden?: ExtraHeaders;
}

/** What curl would read otherwise: brackets and braces as many URLs, dots in a path as a way up, HEAD as with a body. */
const optionsFor = (method: string, url: string): string[] => [
  method === 'HEAD' ? '--head' : `-X ${shellWord(method)}`,
  ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
  ...(/\/\.{1,2}(?:[/?#]|$)/.test(url) ? ['--path-as-is'] : []),
];

/**
 * The request as a command that a person runs, byte for byte. Secret headers are variables of the environment, named
 * after them: `AUTHORIZATION`. What is secret is taken out before it is quoted, which would hide it.
 */
export function curlOf({ method, target, headers, body }: SentRequest, baseUrl: URL, options: CurlOptions): string {
  const { mask } = options;
  const fields = Object.keys(headers)
    .filter((name) => !OWN.has(name))
    .map((name) => headerWord(name, headerOf(headers, name) ?? '', options));
  const url = mask(baseUrl.origin + baseUrl.pathname.replace(/\/$/, '') + target);
  const text = body.toString('utf8');
  const { before, words } = curlBody(mask(text) === text ? body : Buffer.from(mask(text)));
  return `${before}${['curl', ...optionsFor(method, url), shellBytes(Buffer.from(url)), ...fields, ...words].join(' ')}`;
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
export function detailsOf(exchange: Exchange, baseUrl: URL, options: CurlOptions): Record<string, string> {
  const { mask } = options;
  const response = exchange.response === undefined ? {} : { response: mask(responseText(exchange.response)) };
  return { curl: curlOf(exchange.request, baseUrl, options), ...response };
}
