import { isJsonObject, parseJson, stringifyJson, type Verdict } from '../contract';

/** Something about the text as a whole, whatever the model is. */
export interface DocumentRow {
  readonly verdict: Verdict;
  readonly name: string;
  /** The body from the text of a typical one; `undefined` where the typical one gives no way. */
  readonly write: (text: string) => string | Buffer | undefined;
  readonly reason?: string;
}

const NOT_JSON = 'it is not JSON text (RFC 8259)';
const UTF8 = 'RFC 8259, section 8.1: JSON text is UTF-8';

const accept = (name: string, write: DocumentRow['write']): DocumentRow => ({ verdict: 'accept', name, write });
const reject = (name: string, write: DocumentRow['write'], reason = NOT_JSON): DocumentRow => ({
  verdict: 'reject',
  name,
  write,
  reason,
});
const either = (name: string, write: DocumentRow['write'], reason: string): DocumentRow => ({
  verdict: 'either',
  name,
  write,
  reason,
});

/** Rewrites the first string value of the text, quotes included. */
const inFirstText =
  (rewrite: (inside: string) => string) =>
  (text: string): string | undefined => {
    const match = /:"((?:[^"\\]|\\.)+)"/.exec(text);
    if (match === null) return undefined;
    const inside = rewrite(match[1] as string);
    return `${text.slice(0, match.index)}:"${inside}"${text.slice(match.index + match[0].length)}`;
  };

/** Of the text of an object: with members put behind the last one. */
const withMembers =
  (members: string) =>
  (text: string): string | undefined =>
    /^\{.+\}$/s.test(text) ? `${text.slice(0, -1)},${members}}` : undefined;

const firstMember = (text: string): readonly [string, string] | undefined => {
  const body = parseJson(text);
  const entry = isJsonObject(body) ? Object.entries(body)[0] : undefined;
  return entry === undefined ? undefined : [JSON.stringify(entry[0]), stringifyJson(entry[1])];
};

function twice(value: (first: string) => string) {
  return (text: string): string | undefined => {
    const first = firstMember(text);
    return first === undefined ? undefined : `{${first[0]}:${value(first[1])},${text.slice(1)}`;
  };
}

function reversed(text: string): string | undefined {
  const body = parseJson(text);
  return isJsonObject(body) ? stringifyJson(Object.fromEntries(Object.entries(body).reverse())) : undefined;
}

const pretty = (text: string): string =>
  text.replace(/("(?:[^"\\]|\\.)*")|[{}[\],:]/g, (token, quoted) => quoted ?? `\r\n\t ${token} `);

const escapedNames = (text: string): string =>
  text.replace(/"([A-Za-z])([^"\\]*)":/g, (_match, first: string, rest: string) => {
    const code = first.charCodeAt(0).toString(16).padStart(4, '0');
    return `"\\u${code}${rest}":`;
  });

function invalidUtf8(text: string): Buffer | undefined {
  const marked = inFirstText((inside) => `${inside}\u0001`)(text);
  if (marked === undefined) return undefined;
  const bytes = Buffer.from(marked, 'utf8');
  bytes[bytes.indexOf(1)] = 0xff;
  return bytes;
}

const DEPTH = 10_000;
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** What can be wrong, or only unusual, about a JSON text as a whole. */
export const DOCUMENT_ROWS: readonly DocumentRow[] = [
  accept('with blanks and line ends', pretty),
  accept('with blanks around', (text) => ` \t\r\n${text}\r\n `),
  accept('members in another order', reversed),
  accept('names written with escapes', escapedNames),
  reject('empty', () => ''),
  reject('blank', () => ' \n'),
  reject('truncated by one', (text) => text.slice(0, -1)),
  reject('truncated', (text) => text.slice(0, Math.ceil(text.length / 2))),
  reject('truncated within depth', () => '['.repeat(DEPTH * 10)),
  reject('trailing data', (text) => `${text}x`),
  reject('twice', (text) => `${text}\n${text}`),
  reject('closing bracket too many', (text) => `${text}}`),
  reject('trailing comma', (text) => `${text.slice(0, -1)},${text.slice(-1)}`),
  reject('comment', (text) => `/* comment */${text}`),
  reject('single quotes', (text) => text.replaceAll('"', "'")),
  reject('name without quotes', withMembers('unquoted:1')),
  reject('NaN', withMembers('"extra":NaN')),
  reject('Infinity', withMembers('"extra":-Infinity')),
  reject('undefined', withMembers('"extra":undefined')),
  reject('leading zero', withMembers('"extra":01')),
  reject('plus sign', withMembers('"extra":+1')),
  reject('number without digits behind the point', withMembers('"extra":1.')),
  reject('hexadecimal number', withMembers('"extra":0x10')),
  reject(
    'line end within text',
    inFirstText((inside) => `${inside}\n`),
  ),
  reject(
    'unknown escape',
    inFirstText((inside) => `${inside}\\x41`),
  ),
  reject(
    'cut escape',
    inFirstText((inside) => `${inside}\\u12`),
  ),
  reject('HTML', () => '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>'),
  reject('plain text', () => 'Internal Server Error'),
  reject('anti-hijacking prefix', (text) => `)]}',\n${text}`),
  reject('JSONP', (text) => `callback(${text});`),
  reject('UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), UTF8),
  either(
    'byte order mark',
    (text) => `\ufeff${text}`,
    'RFC 8259, section 8.1: a sender must not add a byte order mark, a parser may ignore it',
  ),
  either('invalid UTF-8', invalidUtf8, `${UTF8}; many decoders replace what is not, before any parser sees it`),
  either(
    'name twice, equal',
    twice((first) => first),
    'RFC 8259, section 4: names should be unique',
  ),
  either(
    'name twice',
    twice(() => 'null'),
    'RFC 8259, section 4: names should be unique; what receivers do is unpredictable',
  ),
  either(
    'depth',
    withMembers(`"extra":${nested(DEPTH)}`),
    'RFC 8259, section 9: a parser may limit the depth; the document says nothing about members that it does not list',
  ),
];
