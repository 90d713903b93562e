import { literalPattern, type Security } from '../../contract';
import { linesOf } from './lines';
import { linksIn } from './links';
import { under } from './responses';
import type { Section } from './section';
import { unescapeText } from './text';

/** What the pages say of security schemes, by name. */
export type SchemeBook = ReadonlyMap<string, Security>;

const LOCATIONS: readonly (readonly [RegExp, 'header' | 'query' | 'cookie'])[] = [
  [/header/i, 'header'],
  [/query/i, 'query'],
  [/cookie/i, 'cookie'],
];

const entryOf = (lines: readonly string[], key: string): string | undefined =>
  lines
    .map((text) => new RegExp(`^\\s*[-*]\\s+\\*\\*${key}\\*\\*:\\s*(.+)$`, 'i').exec(text)?.[1]?.trim())
    .find(Boolean);

/** The schemes that a README describes, under a heading each: type, name and place. */
export function schemesIn(readme: string): Map<string, Security> {
  const sections = new Map<string, string[]>();
  for (const { heading, text, isHeading } of linesOf(readme))
    if (!isHeading) sections.set(heading, [...(sections.get(heading) ?? []), text]);
  const schemes = new Map<string, Security>();
  for (const [heading, lines] of sections) {
    const type = entryOf(lines, 'Type');
    if (type === undefined) continue;
    const name = entryOf(lines, 'API key parameter name')?.replaceAll('`', '');
    const place = entryOf(lines, 'Location') ?? 'header';
    const where = LOCATIONS.find(([pattern]) => pattern.test(place))?.[1] ?? 'header';
    if (/api key/i.test(type) && name !== undefined) schemes.set(heading, apiKey(where, name));
    else if (/basic/i.test(type)) schemes.set(heading, { scheme: 'basic' });
    else if (/oauth|bearer|openid/i.test(type)) schemes.set(heading, { scheme: 'bearer' });
  }
  return schemes;
}

/** An API key that is the `Authorization` header holds a bearer token more often than not. */
const apiKey = (where: 'header' | 'query' | 'cookie', name: string): Security =>
  where === 'header' && /^authorization$/i.test(name) ? { scheme: 'bearer' } : { scheme: 'apiKey', in: where, name };

/** What the example of an operation configures, by its comments: `Configure API key authorization: api_key`. */
function exampleSays(name: string, text: string): 'basic' | 'bearer' | 'key' | undefined {
  const [, how = ''] =
    new RegExp(`Configure ([^\\n:]*?)authorization[^\\n:]*: *${literalPattern(name)}\\b`, 'i').exec(text) ??
    new RegExp(`\\* ([^\\n(]*(?:\\(JWT\\))?[^\\n(]*?)Authentication \\(${literalPattern(name)}\\)`, 'i').exec(text) ??
    [];
  if (/basic/i.test(how)) return 'basic';
  if (/api key/i.test(how)) return 'key';
  return /bearer|oauth|access token/i.test(how) ? 'bearer' : undefined;
}

/** The first scheme that a section names; what kind it is, a README, an example or the name tells. */
export function securityOf(section: Section, book: SchemeBook, code: string): Security {
  const lines = under(section.lines, /^authorization$/i);
  const link = lines.flatMap(({ text }) => linksIn(text)).find(({ text }) => !/back to/i.test(text));
  if (link === undefined) return { scheme: 'none' };
  const name = unescapeText(link.text).replaceAll('*', '');
  const known = book.get(name);
  if (known !== undefined) return known;
  const prose = section.lines.map(({ text }) => text).join('\n');
  const said = exampleSays(name, `${code}\n${prose}`) ?? (/basic/i.test(name) ? 'basic' : undefined);
  if (said === 'basic' || said === 'bearer') return { scheme: said };
  const isKey = said === 'key' || /key/i.test(name);
  const guess: Security = isKey ? { scheme: 'apiKey', in: 'header', name } : { scheme: 'bearer' };
  const words = isKey ? `an API key in the header ${name}` : 'a bearer token';
  section.warn(
    lines[0]?.line ?? 0,
    `the page does not say what ${name} is: it is taken for ${words}; see security in contract.ts`,
  );
  return guess;
}
