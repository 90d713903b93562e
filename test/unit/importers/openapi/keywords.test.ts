import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCases } from '../../../../src/cases';
import { bodyBytes, defineContract, successfulResponses } from '../../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../../src/importers';
import { KEYWORDS, type Keyword } from '../../../../src/importers/openapi/schema/keywords';
import { validatorFor } from '../../../../src/validator';
import { OriginalJudge } from '../../../support/original-judge';
import { KEYWORD_CASES, type KeywordCase } from './keyword-cases';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const ANSWER = 'document.json#/components/schemas/Answer';

function documentWith({ schema, openapi = '3.1.0' }: KeywordCase): Record<string, unknown> {
  return {
    openapi,
    info: { title: 'Keywords', version: '1' },
    paths: {
      '/it': {
        get: {
          operationId: 'getIt',
          responses: {
            '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Answer: schema,
        Text: { type: 'string', pattern: '^[a-z]*$' },
        Tree: {
          type: 'object',
          required: ['value'],
          properties: {
            value: { type: 'integer' },
            children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
          },
        },
        Cat: { type: 'object', required: ['type'], properties: { type: { enum: ['cat'] } } },
        Dog: {
          type: 'object',
          required: ['type'],
          properties: { type: { enum: ['dog'] }, barks: { type: 'boolean' } },
        },
      },
    },
  };
}

function imported(document: object) {
  const file = join(folder, 'document.json');
  writeFileSync(file, JSON.stringify(document));
  const read = readDocument(file, 'getIt');
  return { contract: defineContract(sourceOfDocument(read)), warnings: read.reports[0]?.warnings ?? [] };
}

const isJson = (body = ''): boolean => {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
};

const judged = KEYWORDS.filter(({ use }) => use === 'judged').map(({ name }) => name);

describe('a keyword that is said to be judged', () => {
  it('has cases both ways', () => {
    expect(Object.keys(KEYWORD_CASES).sort()).toEqual([...judged].sort());
  });

  const all = Object.entries(KEYWORD_CASES).flatMap(([keyword, cases]) =>
    cases.map((row) => [`${keyword}: ${JSON.stringify(row.schema)}`, row] as const),
  );
  it.each(all)('%s', (_name, row) => {
    const document = documentWith(row);
    const { contract, warnings } = imported(document);
    expect(warnings).toEqual([]);
    const validator = validatorFor(contract);
    const [main] = successfulResponses(contract);
    const allows = (body: string): boolean => validator.body(main?.model as never, Buffer.from(body)).length === 0;
    const original = OriginalJudge.of(document).judge(ANSWER);
    for (const [values, isAllowed] of [
      [row.fits, true],
      [row.breaks, false],
    ] as const)
      for (const value of values) {
        const body = JSON.stringify(value);
        expect([body, allows(body), original(body)]).toEqual([body, isAllowed, isAllowed]);
      }
    const cases = [...generateCases(contract, { mode: 'edge', seed: 1 })];
    const wrong = cases.filter(
      ({ verdict, ...rest }) =>
        verdict !== 'either' && original(bodyBytes({ verdict, ...rest }).toString()) !== (verdict === 'accept'),
    );
    // ajv takes `__proto__` for evaluated, whatever speaks of it.
    const isOfAjv = (id: string): boolean => 'unevaluatedProperties' in row.schema && id.endsWith('member __proto__');
    expect(wrong.map(({ id }) => id).filter((id) => !/ (?:far beyond|very large)/.test(id) && !isOfAjv(id))).toEqual(
      [],
    );
    if (row.fits.length > 0) expect(cases.some(({ verdict }) => verdict === 'accept')).toBe(true);
    const refusedThere = cases.filter(({ verdict, pointer }) => verdict === 'reject' && pointer === (row.at ?? ''));
    if (row.fits.length > 0 && row.isOpening !== true)
      expect(refusedThere.filter(({ body }) => isJson(body)).length).toBeGreaterThan(0);
  });
});

describe('a keyword that cannot be had', () => {
  const refused = KEYWORDS.filter(({ use }) => use === 'inexact').map(({ name }) => name);
  it.each(refused)('%s is named with its place', (name) => {
    const document = documentWith({
      schema: { type: 'object', [name]: { x: { minLength: 1 } }, properties: {} },
      fits: [],
      breaks: [],
    });
    expect(() => imported(document)).toThrow(new RegExp(`left out: ${name.replace('$', '\\$')} .*is not supported`));
  });

  it('says nothing where it is empty, or is a map of its names', () => {
    const schema = { type: 'object', patternProperties: { '^x': { type: 'string' } }, additionalProperties: false };
    const { contract } = imported(documentWith({ schema, fits: [], breaks: [] }));
    expect(contract.definitions['Answer']).toEqual({
      kind: 'map',
      values: { kind: 'string' },
      keys: { kind: 'string', pattern: '^x' },
    });
    const empty = { type: 'object', patternProperties: {}, unevaluatedItems: true, not: false, if: {} };
    expect(() => imported(documentWith({ schema: empty, fits: [], breaks: [] }))).toThrow('if (conditions)');
  });
});

describe('docs/importing.md', () => {
  const file = join(__dirname, '../../../../docs/importing.md');
  const words = ({ use, note = '' }: Keyword): string => (note === '' ? use : `${use}: ${note}`);
  const rows = KEYWORDS.map((keyword) => `| \`${keyword.name}\` | ${words(keyword)} |`);
  const table = ['| keyword | what becomes of it |', '|---|---|', ...rows].join('\n');
  const [begin, end] = ['<!-- keywords: generated, do not edit -->\n', '\n<!-- end of keywords -->'];

  it('has the table of keywords that the code has', () => {
    const text = readFileSync(file, 'utf8');
    const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, text.slice(0, from) + table + text.slice(to));
    // Where they differ: UPDATE_DOCS=1 npx jest keywords
    else expect(text.slice(from, to)).toBe(table);
  });
});
