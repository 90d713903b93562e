import type { ParseFunction } from '../../src/fuzz';
import { fuzz } from '../../src/fuzz';
import { correct, optionsFor, Refused } from './any-root';

jest.setTimeout(120_000);

type Body = Record<string, unknown>;

const options = optionsFor({
  type: 'object',
  required: ['id', 'mail', 'shipped'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    mail: { type: 'string', format: 'email' },
    shipped: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    when: { type: 'string', format: 'date-time' },
    note: { type: 'string' },
    weight: { type: 'number' },
    tags: { type: 'object', additionalProperties: { type: 'string' } },
  },
});

const judged = correct(options);

/** A parser that reads as it should, and then does something to what it has read. */
const reading =
  (change: (body: Body) => unknown): ParseFunction =>
  (body, response) =>
    change(judged(body, response) as Body);

const momentOf = (body: Body, read: (text: string) => unknown): Body =>
  typeof body['when'] === 'string' ? { ...body, when: read(body['when']) } : body;

/** What is found of a parser: rules with their places, sorted. */
async function found(exported: ParseFunction): Promise<string[]> {
  const { results } = await fuzz({ ...options, runs: 600, parser: { kind: 'loaded', exported } });
  return results
    .filter(({ status }) => status === 'failed')
    .map(({ findings: [finding] }) => `${finding?.rule} ${finding?.pointer}`)
    .sort();
}

/** The keys without their hyphens. */
const renamed = (tags: Body): Body =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.replace('k-b', 'kB'), value]));

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Remembers `Date` when it is loaded, as tables of types do. */
const TYPES: Readonly<Record<string, unknown>> = { when: Date };

const leaping = (text: string): Date => {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? new Date(Date.parse(text.replace(':60', ':59'))) : date;
};

describe('nothing is found of a parser that', () => {
  it.each<[string, ParseFunction]>([
    ['gives ids in lower case', reading((body) => ({ ...body, id: (body['id'] as string).toLowerCase() }))],
    [
      'keeps null where null is allowed, and refuses that it is absent',
      reading((body) => {
        if (!('shipped' in body)) throw new Refused('shipped');
        return body;
      }),
    ],
    ['gives null for what is absent', reading((body) => ({ ...body, note: body['note'] ?? null }))],
    [
      'keeps a reference to Date',
      reading((body) => momentOf(body, (text) => (TYPES['when'] === Date ? leaping(text) : text))),
    ],
    ['reads a leap second as the one before', reading((body) => momentOf(body, leaping))],
  ])('%s', async (_what, parse) => expect(await found(parse)).toEqual([]));
});

describe('it is found that a parser', () => {
  it.each<[string, ParseFunction, string[]]>([
    [
      'reads a leap second as 1970',
      reading((body) =>
        momentOf(body, (text) => (text.includes(':60') ? new Date(Number.parseInt(text, 10)) : leaping(text))),
      ),
      ['wrong-instant /when'],
    ],
    [
      'refuses special characters in mail addresses',
      reading((body) => {
        if (/[!#$%&*/=?^`{|}~]/.test(body['mail'] as string)) throw new Refused('mail');
        return body;
      }),
      ['refuses-valid /mail'],
    ],
    [
      'takes texts that look like moments for moments',
      reading((body) =>
        MOMENT.test(String(body['note'])) ? { ...body, note: new Date(body['note'] as string) } : body,
      ),
      ['wrong-value /note'],
    ],
    [
      'takes a text for JSON',
      reading((body) =>
        String(body['note']).startsWith('{"') ? { ...body, note: JSON.parse(body['note'] as string) } : body,
      ),
      ['wrong-value /note'],
    ],
    [
      'makes one line end of two',
      reading((body) => ('note' in body ? { ...body, note: (body['note'] as string).replaceAll('\r\n', '\n') } : body)),
      ['wrong-value /note'],
    ],
    [
      'loses names that formats reserve',
      reading((body) => {
        const { $ref: _reference, ...tags } = (body['tags'] ?? {}) as Body;
        return 'tags' in body ? { ...body, tags } : body;
      }),
      ['lost-field /tags/$ref'],
    ],
    [
      'takes the text null for null',
      reading((body) => (body['note'] === 'null' ? { ...body, note: null } : body)),
      ['lost-field /note'],
    ],
    [
      'takes a text for a truth value',
      reading((body) => (/^(?:True|False)$/.test(String(body['note'])) ? { ...body, note: false } : body)),
      ['wrong-value /note'],
    ],
    [
      'replaces in texts as in templates',
      reading((body) => ('note' in body ? { ...body, note: 'x'.replace('x', String(body['note'])) } : body)),
      ['wrong-value /note'],
    ],
    [
      'drops a byte order mark within a text',
      reading((body) => ('note' in body ? { ...body, note: String(body['note']).replace('\ufeff', '') } : body)),
      ['wrong-value /note'],
    ],
    [
      'renames keys of data as it renames members',
      reading((body) => ('tags' in body ? { ...body, tags: renamed(body['tags'] as Body) } : body)),
      ['lost-field /tags/dark-brown'],
    ],
    [
      'takes what has a length for a list',
      reading((body) => {
        const tags = (body['tags'] ?? {}) as Body;
        return 'length' in tags ? { ...body, tags: Array.from(tags as unknown as string[]) } : body;
      }),
      ['wrong-value /tags'],
    ],
    [
      'takes keys for paths',
      reading((body) => {
        const { 'a.b': inner, ...tags } = (body['tags'] ?? {}) as Body;
        return inner === undefined ? body : { ...body, tags: { ...tags, a: { b: inner } } };
      }),
      ['invented-field /tags/a', 'lost-field /tags/a.b'],
    ],
    [
      'refuses a leading zero in an exponent',
      (body, response) => {
        if (/E\+0\d/.test(body)) throw new Refused('number');
        return judged(body, response);
      },
      ['refuses-valid /weight'],
    ],
    [
      'asks the clock',
      reading((body) => momentOf(body, (text) => (Date.now() > Date.UTC(2060, 0) ? text : leaping(text)))),
      ['depends-on-clock /when'],
    ],
  ])('%s', async (_what, parse, expected) => expect(await found(parse)).toEqual(expected));
});
