import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../support/folder';
import { oneAnswer } from '../../support/one-answer';
import { runCli } from '../../support/run-cli';

type Json = Record<string, unknown>;

const folder = makeFolder({});
afterAll(() => folder.remove());

const json = (schema: unknown, more?: Json): string => JSON.stringify(oneAnswer(schema, more));
const OBJECT = { type: 'object', properties: { a: { type: 'string' } } };
const yaml = (schema: string): string => `openapi: 3.0.0
info: { title: Hostile, version: '1' }
paths:
  /it:
    get:
      operationId: getIt
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema: ${schema}
`;
const LAUGHS = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghij'[index]}`).join(', ')}]`).join('\n')}\n`;
const POLLUTING =
  '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"},"toString":{"type":"boolean"}},"required":["__proto__"]}';

/** What is said of a file that is none. */
const NO_DOCUMENT =
  /neither a document|documents of this kind cannot be imported|names no version|cannot be read|UTF-8/;

/** A file, and what its error names; or nothing, where it is used. */
type Row = readonly [what: string, file: string, text: string | Buffer, says?: RegExp];

const ROWS: readonly Row[] = [
  ['an empty file', 'openapi.yaml', '', NO_DOCUMENT],
  ['blanks', 'openapi.json', ' \n', NO_DOCUMENT],
  ['text that is neither', 'openapi.yaml', 'hello: [', NO_DOCUMENT],
  ['a page of HTML', 'openapi.json', '<!DOCTYPE html>', NO_DOCUMENT],
  ['a list', 'openapi.json', '[]', NO_DOCUMENT],
  ['cut JSON', 'openapi.json', json(OBJECT).slice(0, -3), /cannot be read/],
  ['bytes that are no text', 'openapi.yaml', Buffer.from([0x6f, 0x70, 0xff, 0xfe, 0, 1, 2]), NO_DOCUMENT],
  ['a document in UTF-16', 'openapi.json', Buffer.from(`\ufeff${json(OBJECT)}`, 'utf16le'), NO_DOCUMENT],
  ['an unknown version', 'openapi.json', json(OBJECT, { openapi: '4.0.0' }), /OpenAPI 4\.0\.0 is not supported/],
  ['no version', 'openapi.json', json(OBJECT, { openapi: null }), NO_DOCUMENT],
  ['no paths', 'openapi.json', json(OBJECT, { paths: {} }), /has no operation getIt/],
  ['paths that are text', 'openapi.json', json(OBJECT, { paths: 'none' }), /has no operation getIt/],
  ['a reference that leads nowhere', 'openapi.json', json({ $ref: '#/gone' }), /the reference #\/gone leads nowhere/],
  [
    'a reference to itself',
    'openapi.json',
    json({ $ref: '#/components/schemas/A' }, { components: { schemas: { A: { $ref: '#/components/schemas/A' } } } }),
    /only refers to itself/,
  ],
  ['a reference to the network', 'openapi.json', json({ $ref: 'http://127.0.0.1:9/a.json' }), /nothing is fetched/],
  [
    'a reference out of the folder',
    'openapi.json',
    json({ $ref: '../../../../etc/passwd.json' }),
    /outside of the document's folder|cannot be read/,
  ],
  ['a reference to a program', 'openapi.json', json({ $ref: 'contract.ts' }), /is no file of data/],
  [
    'a reference over a link out of the folder',
    'openapi.json',
    json({ $ref: 'link.json' }),
    /outside of the document's folder/,
  ],
  ['a billion laughs', 'openapi.yaml', `${LAUGHS}${yaml('{ type: string }')}`, /cannot be read|alias/i],
  [
    'schemas in each other without end',
    'openapi.json',
    json('HERE').replace('"HERE"', `${'{"items":'.repeat(300)}{}${'}'.repeat(300)}`),
    /levels deep/,
  ],
  ['brackets without end', 'openapi.yaml', `openapi: 3.0.0\nx: ${'['.repeat(20_000)}`, NO_DOCUMENT],
  [
    'a model that requires itself',
    'openapi.json',
    json(
      { $ref: '#/components/schemas/A' },
      {
        components: {
          schemas: { A: { type: 'object', required: ['a'], properties: { a: { $ref: '#/components/schemas/A' } } } },
        },
      },
    ),
    /require each other without end/,
  ],
  [
    'limits that contradict each other',
    'openapi.json',
    json({ type: 'string', minLength: 5, maxLength: 2 }),
    /no value fits/,
  ],
  ['texts of a billion characters', 'openapi.json', json({ type: 'string', minLength: 1e9 }), /the smallest value has/],
  [
    'a pattern that takes ages',
    'openapi.json',
    json({ type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }),
  ],
  [
    'a pattern that is none',
    'openapi.json',
    json({ type: 'object', properties: { a: { type: 'string', pattern: '(' } } }),
  ],
  ['a byte order mark', 'openapi.json', `\ufeff${json(OBJECT)}`],
  [
    'lines that end as on Windows',
    'openapi.yaml',
    yaml('{ type: object, properties: { a: { type: string } } }').replaceAll('\n', '\r\n'),
  ],
  ['tabs in JSON', 'openapi.json', JSON.stringify(oneAnswer(OBJECT), undefined, '\t')],
  ['tabs in YAML', 'openapi.yaml', yaml('{ type: string }').replaceAll('  ', '\t'), NO_DOCUMENT],
  ['keys that stand twice', 'openapi.json', json('HERE').replace('"HERE"', '{"type":"string","type":"integer"}')],
  ['keys that stand twice in YAML', 'openapi.yaml', yaml('{ type: string, type: integer }')],
  ['properties with the names of a prototype', 'openapi.json', json('HERE').replace('"HERE"', POLLUTING)],
  [
    'models with the names of a prototype',
    'openapi.json',
    json({ $ref: '#/components/schemas/__proto__' }, {}).replace(
      /}$/,
      ',"components":{"schemas":{"__proto__":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/constructor"}}},"constructor":{"type":"string"}}}}',
    ),
  ],
  [
    'members of wrong types',
    'openapi.json',
    json({ type: 7, properties: [], required: 'a', enum: {}, items: 3, allOf: {} }),
  ],
  [
    'numbers beyond a double',
    'openapi.json',
    json('HERE').replace('"HERE"', '{"type":"integer","minimum":123456789012345678901234567890}'),
  ],
  ['a schema that is a list', 'openapi.json', json([])],
];

describe('a hostile document, at the command line', () => {
  it.each(ROWS.map((row) => [row[0], row] as const))('%s', async (_what, [, name, text, says]) => {
    const cwd = join(folder.path, 'project');
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(folder.path, 'outside.json'), '{}');
    try {
      symlinkSync('../outside.json', join(cwd, 'link.json'));
    } catch {
      // It is there already.
    }
    writeFileSync(join(cwd, name), text);
    for (const words of [
      ['cases', `${name}#getIt`, '--count', '5'],
      ['import', `${name}#getIt`, '--out', 'made'],
    ]) {
      const { exitCode, failure, output } = await runCli(words, { cwd });
      const told = `${failure?.message ?? ''} ${failure?.next ?? ''}`;
      if (says === undefined) expect([words[0], exitCode, failure?.message]).toEqual([words[0], 0, undefined]);
      else expect([words[0], exitCode, told]).toEqual([words[0], 2, expect.stringMatching(says)]);
      expect(`${output}${told}`).not.toMatch(/\n\s+at .*\.[jt]s:\d+|TypeError|RangeError|undefined is not/);
      if (failure !== undefined) expect(failure.next ?? '').not.toBe('');
    }
    expect(({} as Json)['a']).toBeUndefined();
  });

  it('that is a folder, or is not there', async () => {
    const cwd = join(folder.path, 'project');
    mkdirSync(join(cwd, 'folder.yaml'), { recursive: true });
    for (const reference of ['folder.yaml#getIt', 'gone.yaml#getIt'])
      for (const command of ['cases', 'import', 'init']) {
        const { exitCode, failure } = await runCli([command, reference], { cwd });
        expect([command, reference, exitCode]).toEqual([command, reference, 2]);
        expect(failure?.message).toMatch(/folder\.yaml|gone\.yaml/);
      }
  });
});
