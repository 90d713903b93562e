import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCases } from '../../../../src/cases';
import { type Contract, ContractError, defineContract } from '../../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../../src/importers';
import { Notes } from '../../../../src/importers/openapi/notes';
import { patternAdjusted } from '../../../../src/importers/openapi/schema/pattern';
import { validatorFor } from '../../../../src/validator';
import { oneAnswer } from '../../../support/one-answer';

type Json = Record<string, unknown>;

let outer = '';
let folder = '';
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'pactcheck-'));
  folder = join(outer, 'api');
  mkdirSync(folder);
});
afterEach(() => rmSync(outer, { recursive: true }));

function written(text: string, name = 'openapi.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const read = (value: Json) => readDocument(written(JSON.stringify(value), 'openapi.json'), 'getIt');
const contractOf = (value: Json): Contract => defineContract(sourceOfDocument(read(value)));

/** A schema inside itself, so many times. */
const nested = (times: number, around: (inner: Json) => Json): Json =>
  times === 0 ? { type: 'string' } : around(nested(times - 1, around));

/** What a document is refused with, in all that its reader is told. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    expect(error.next ?? '').not.toBe('');
    return `${error.message} @ ${error.where}`;
  }
  throw new Error('it was not refused');
}

describe('a document that is not to be trusted', () => {
  it('is not followed out of its folder, by a path, a link or an encoded path', () => {
    writeFileSync(join(outer, 'secret.json'), '{"type":"string"}');
    symlinkSync(join(outer, 'secret.json'), join(folder, 'link.json'));
    for (const ref of ['../secret.json', 'link.json', '%2e%2e/secret.json', join(outer, 'secret.json')])
      expect(refusal(() => read(oneAnswer({ $ref: ref })))).toMatch(/lies outside of the document's folder/);
  });

  it('refers to no program, of which an import would put a copy where the contract stands', () => {
    writeFileSync(join(folder, 'contract.ts'), '{"type":"string"}');
    for (const ref of ['contract.ts', './model.ts#/a', 'package.json.js'])
      expect(refusal(() => read(oneAnswer({ $ref: ref })))).toMatch(/is no file of data/);
  });

  it('has nothing fetched for it', () => {
    for (const ref of ['https://example.com/a.json', 'file:///etc/passwd', '//example.com/a.json', 'data:,x'])
      expect(refusal(() => read(oneAnswer({ $ref: ref })))).toMatch(/nothing is fetched/);
  });

  it('is not evaluated: tags of YAML and text that looks like code stay text', () => {
    const flag = `__pactcheck_evaluated_${process.pid}`;
    const text = JSON.stringify(oneAnswer({ type: 'string', const: `\${globalThis.${flag} = 1}` }));
    readDocument(written(text.replace('"getIt"', `!!js/function "globalThis.${flag} = 1, getIt"`)));
    expect(flag in globalThis).toBe(false);
  });

  it('has names that JavaScript objects have already, and they are names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const schemas = Object.fromEntries(names.map((name) => [name, { type: 'integer' }]));
    const schema = {
      type: 'object',
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }])),
    };
    const contract = contractOf(oneAnswer(schema, { components: { schemas } }));
    const model = { schema: contract.operations[0]?.responses[0]?.schema, definitions: contract.definitions } as never;
    const findings = (body: string): number => validatorFor(contract).body(model, Buffer.from(body)).length;
    expect(findings('{"__proto__":1,"constructor":1,"toString":1,"hasOwnProperty":1}')).toBe(0);
    expect(findings('{"__proto__":"1","constructor":1,"toString":1,"hasOwnProperty":1}')).toBeGreaterThan(0);
    expect(findings('{}')).toBeGreaterThan(0);
    expect(({} as Json)['polluted']).toBeUndefined();
  });

  it('does not expand without measure', () => {
    const lines = Array.from({ length: 12 }, (_, index) => {
      const before = index === 0 ? 'lol' : `*a${index - 1}`;
      return `x-a${index}: &a${index} [${Array.from({ length: 12 }, () => before).join(', ')}]`;
    });
    const text = ['openapi: 3.0.0', 'info: {title: t, version: "1"}', 'paths: {}', ...lines].join('\n');
    expect(refusal(() => readDocument(written(text)))).toMatch(/openapi\.yaml/);
  });

  it('is no UTF-8', () => {
    const text = JSON.stringify(oneAnswer({ type: 'string', description: 'HERE' }));
    const [before = '', after = ''] = text.split('HERE');
    const file = written('', 'openapi.json');
    writeFileSync(file, Buffer.concat([Buffer.from(before), Buffer.from([0xe9]), Buffer.from(after)]));
    expect(refusal(() => readDocument(file))).toContain(`the document is not UTF-8: see byte ${before.length} @`);
    writeFileSync(file, Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(refusal(() => readDocument(file))).toContain('UTF-16');
    writeFileSync(file, `\ufeff${text}`);
    expect(readDocument(file).name).toBe('get-it');
  });

  it('says one key twice: the last one counts, and that is said', () => {
    const text = JSON.stringify(oneAnswer({ type: 'string' }), undefined, 1);
    const twice = text.replace('"type": "string"', '"type": "string",\n"ty\\u0070e": "integer"');
    const { reports, operations } = readDocument(written(twice, 'openapi.json'));
    expect(operations['getIt']?.responses['200']?.schema).toEqual({ type: 'integer' });
    const [warning] = reports.flatMap(({ warnings }) => warnings);
    const line = twice.slice(0, twice.indexOf('"ty\\')).split('\n').length;
    expect(warning).toEqual({ where: `openapi.json:${line}`, message: expect.stringContaining('the key "type"') });
  });

  it.each<[string, Json]>([
    ['a text', { type: 'string', minLength: 1e9 }],
    ['a list', { type: 'array', items: { type: 'string' }, minItems: 1e9 }],
    ['an object', { type: 'object', minProperties: 1e8 }],
    ['lists in lists', nested(4, (inner) => ({ type: 'array', minItems: 100, items: inner }))],
    ['a member that need not be there', { type: 'object', properties: { a: { type: 'string', minLength: 1e9 } } }],
  ])('demands more than can be made: %s', (_what, schema) => {
    expect(refusal(() => read(oneAnswer(schema)))).toMatch(/^getIt is left out: the smallest value has \d+ parts/);
  });

  it('has models that need each other, deeper than the stack, or more and more of them', () => {
    const chain = (length: number, fan: number): Json => ({
      components: {
        schemas: Object.fromEntries(
          Array.from({ length }, (_, n) => {
            const names = Array.from({ length: fan }, (_one, index) => `m${index}`);
            const next = n === length - 1 ? { type: 'string' } : { $ref: `#/components/schemas/A${n + 1}` };
            const properties = Object.fromEntries(names.map((name) => [name, next]));
            return [`A${n}`, { type: 'object', required: names, properties }];
          }),
        ),
      },
    });
    const first = { $ref: '#/components/schemas/A0' };
    expect(refusal(() => read(oneAnswer(first, chain(600, 1))))).toMatch(/more than 150 levels deep/);
    expect(refusal(() => read(oneAnswer(first, chain(40, 2))))).toMatch(/the smallest value has \d+ parts/);
    expect(contractOf(oneAnswer(first, chain(100, 1))).name).toBe('get-it');
  });

  it('has models that require each other without end', () => {
    const A = { type: 'object', required: ['b'], properties: { b: { $ref: '#/components/schemas/B' } } };
    const B = { type: 'object', required: ['a'], properties: { a: { $ref: '#/components/schemas/A' } } };
    const first = { $ref: '#/components/schemas/A' };
    expect(refusal(() => read(oneAnswer(first, { components: { schemas: { A, B } } })))).toMatch(
      /^getIt is left out: no value fits the response 200: .* models require each other without end/,
    );
    for (const end of [{ ...B, required: [] }, { type: 'array', items: A }, { anyOf: [B, { type: 'null' }] }])
      expect(contractOf(oneAnswer(first, { components: { schemas: { A, B: end } } })).name).toBe('get-it');
  });

  it.each<[string, Json]>([
    ['a number', { type: 'integer', minimum: 5, maximum: 1 }],
    ['a number, exclusively', { type: 'number', exclusiveMinimum: 5, maximum: 4 }],
    ['a text', { type: 'string', minLength: 2, maxLength: 1 }],
    ['a list', { type: 'array', items: {}, minItems: 2, maxItems: 1 }],
    ['an object', { type: 'object', minProperties: 2, maxProperties: 1 }],
  ])('has limits that contradict each other: %s', (_what, schema) => {
    const within = (required: string[]): Json => ({ type: 'object', required, properties: { a: schema } });
    expect(refusal(() => read(oneAnswer(within(['a']))))).toMatch(/^getIt is left out: no value fits the response 200/);
    expect(contractOf(oneAnswer(within([]))).name).toBe('get-it');
    const { type: _, ...open } = schema;
    const untyped = { type: 'object', required: ['a'], properties: { a: open } };
    expect(contractOf(oneAnswer(untyped)).name).toBe('get-it');
  });

  it('has an answer that is only itself, and none is lost without a word', () => {
    const responses = { A: { $ref: '#/components/responses/A' } };
    const value = oneAnswer({}, { components: { responses } });
    const get = (value['paths'] as never as { '/it': { get: Json } })['/it'].get;
    get['responses'] = { '200': { $ref: '#/components/responses/A' } };
    expect(refusal(() => read(value))).toMatch(/^getIt is left out: the references only lead to each other/);
  });

  it('has names that no folder can have', () => {
    const readAs = (id: string): string =>
      readDocument(written(JSON.stringify(oneAnswer({})).replace('getIt', id))).name;
    expect(readAs('x'.repeat(5_000)).length).toBeLessThanOrEqual(100);
    expect(readAs('../../etc/passwd')).toBe('etc-passwd');
  });

  it('has references that lead to each other, or nowhere', () => {
    const loop = { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } };
    const of = (ref: string): string =>
      refusal(() => read(oneAnswer({ $ref: ref }, { components: { schemas: loop } })));
    expect(of('#/components/schemas/A')).toMatch(/only refers? to itself|only lead to each other/);
    expect(of('#/components/schemas/None')).toMatch(/leads nowhere .*openapi\.json#\/paths/);
  });

  it('is nested deeper than anybody means it', () => {
    const deep = (levels: number): string => `${'{"items":'.repeat(levels)}{}${'}'.repeat(levels)}`;
    const text = (levels: number): string => JSON.stringify(oneAnswer('HERE')).replace('"HERE"', deep(levels));
    expect(refusal(() => readDocument(written(text(400), 'openapi.json'), 'getIt'))).toMatch(/levels deep/);
    expect(refusal(() => readDocument(written(text(200_000), 'openapi.json'), 'getIt'))).toMatch(
      /levels deep|nested too deep/,
    );
    const yaml = `openapi: 3.0.0\ninfo: {title: t, version: "1"}\npaths: {}\nx-deep: ${'['.repeat(20_000)}`;
    expect(refusal(() => readDocument(written(yaml)))).toMatch(/cannot be read/);
  });

  it('has alternatives that multiply', () => {
    const alternatives = (n: number): Json => ({
      anyOf: Array.from({ length: 10 }, (_, i) => ({ properties: { [`p${n}_${i}`]: { type: 'string' } } })),
    });
    const schema = { allOf: Array.from({ length: 8 }, (_, n) => alternatives(n)) };
    expect(refusal(() => read(oneAnswer(schema)))).toMatch(/combinations of alternatives/);
  });
});

it('what a contract cannot express makes no difference where it stands elsewhere: it is named, and the rest is used', () => {
  const odd = { type: 'array', items: { type: 'string' }, enum: [['a'], ['b']] };
  const value = oneAnswer({ type: 'string' });
  const get = (value['paths'] as never as { '/it': { get: Json } })['/it'].get;
  get['parameters'] = [{ name: 'action', in: 'query', schema: odd }];
  const { reports } = read(value);
  expect(reports[0]?.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^lists and objects among the values of an enum.*: in the parameters of getIt, what holds it is judged/,
    ),
  ]);
  expect(contractOf(value).operations[0]?.parameters[0]?.schema).toEqual({ kind: 'any' });
  expect(refusal(() => read(oneAnswer(odd)))).toMatch(/^getIt is left out: lists and objects among the values/);
});

describe('a pattern', () => {
  const told = (pattern: string) => {
    const imported = read(oneAnswer({ type: 'object', properties: { a: { type: 'string', pattern, minLength: 30 } } }));
    const contract = defineContract(sourceOfDocument(imported));
    return { messages: imported.reports[0]?.warnings.map(({ message }) => message).join('\n') ?? '', contract };
  };

  it.each(['^(a+)+$', '^(a|a)*$', '(x+x+)+y', '^([a-zA-Z0-9]+\\s?)*$', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    'that takes a time without bound is not judged: %s',
    (pattern) => {
      const { messages, contract } = told(pattern);
      expect(messages).toContain('can take a time without bound: it is not judged');
      expect([...generateCases(contract, { mode: 'edge', seed: 1 })].length).toBeGreaterThan(10);
    },
  );

  it.each(['^[a-z]+$', '^([a-z]+\\.)+[a-z]+$', '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', '[^:]*:[^:]*:.{1,255}'])(
    'that ends in time is judged: %s',
    (pattern) => {
      expect(told(pattern).messages).toBe('');
    },
  );

  it('is not tried when ten of its document took too long', () => {
    const notes = new Notes();
    for (let count = 0; count < 10; count += 1) notes.hostilePatterns.add(`known ${count}`);
    const place = { file: 'openapi.yaml', pointer: '/x', value: { pattern: '^(a+)+$' } };
    const reading = { notes } as unknown as Parameters<typeof patternAdjusted>[2];
    const said = refusal(() => patternAdjusted({ pattern: '^(a+)+$' }, place, reading));
    expect(said).toMatch(/more than 10 patterns can take a time without bound/);
  });

  it.each(['^a{1000000}$', '^((a{100}){100}b){100}$'])('that demands endless texts is not judged: %s', (pattern) => {
    expect(told(pattern).messages).toContain('demands texts that are too long to be made: it is not judged');
  });

  it('that is legal only without the u flag is read so', () => {
    expect(told('^[\\w\\-]+\\_$').messages).toContain('it is read without it');
  });

  it.each(['^[\\p{Graph}\\x20_]*$', '^[a-z\\_]+\\Z', '\\A[\\w\\-\\_]+', '^[[:alpha:]]+$', '^(?i)abc$'])(
    'of another dialect is not judged, since its letters would be taken for themselves: %s',
    (pattern) => {
      expect(told(pattern).messages).toMatch(/does not know: it is not judged|no regular expression of ECMA-262/);
    },
  );
});
