import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCases } from '../../../../src/cases';
import { bodyBytes, type Contract, defineContract } from '../../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../../src/importers';
import { validatorFor } from '../../../../src/validator';
import { makeFolder } from '../../../support/folder';
import { isBeyondAjv, OriginalJudge } from '../../../support/original-judge';

type Json = Record<string, unknown>;

const folder = makeFolder({});
afterAll(() => folder.remove());

const answering = (schema: Json, parameter: Json = { type: 'string' }): Json => ({
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets/{id}': {
      get: {
        operationId: 'getPet',
        parameters: [{ name: 'id', in: 'path', required: true, schema: parameter }],
        responses: { '200': { description: '', content: { 'application/json': { schema } } } },
      },
    },
  },
});

const SCHEMA = '#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema';

function read(document: Json): { readonly contract: Contract; readonly warnings: string[] } {
  const file = join(folder.path, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const found = readDocument(file, 'getPet');
  const warnings = found.reports.flatMap((report) =>
    report.warnings.map(({ where, message }) => `${where} ${message}`),
  );
  return { contract: defineContract(sourceOfDocument(found)), warnings };
}

const findingsOf = (contract: Contract, body: unknown): string[] =>
  validatorFor(contract)
    .response('getPet', 200, Buffer.from(JSON.stringify(body)))
    .map(({ rule, pointer }) => `${rule} ${pointer}`);

/** Members that a contract cannot say whole, each with what it refuses by its rest alone. */
const ODD: Readonly<Record<string, Json>> = {
  nick: { type: 'string', maxLength: 9, not: { const: 'bad' } },
  pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] },
  some: { type: 'array', contains: { type: 'integer' }, minContains: 2 },
  tag: { type: 'string', if: { minLength: 3 }, else: { pattern: '^x' } },
};

const object = (properties: Json, required: readonly string[]): Json => ({ type: 'object', properties, required });

describe('an optional member that a contract cannot say whole', () => {
  const schema = object({ name: { type: 'string', maxLength: 20 }, ...ODD }, ['name']);

  it('is named with its pointer, and the rest of the operation is used', () => {
    const { contract, warnings } = read(answering(schema));
    const rest = 'is not supported: what holds it is judged by the rest, and no value of it is made in answers';
    expect(warnings).toEqual(
      [
        'nick/not not (a schema that is not to hold)',
        'pair/prefixItems prefixItems (a tuple of several schemas)',
        'some/contains contains (an item that must be there)',
        'some/minContains minContains (an item that must be there)',
        'tag/if if (conditions)',
      ].map((start) => `openapi.json${SCHEMA}/properties/${start} ${rest}`),
    );
    const bodies = [...generateCases(contract, { mode: 'edge', verdict: 'accept', seed: 1 })].map(
      ({ body = '' }) => body,
    );
    expect(bodies.length).toBeGreaterThan(5);
    expect(bodies.filter((body) => /"(?:nick|pair|some|tag)"/.test(body))).toEqual([]);
  });

  it('is judged by what is said beside it, and no more', () => {
    const { contract } = read(answering(schema));
    const odd = { nick: 'bad', pair: [1, 'a', null], some: [], tag: 'ab' };
    expect(findingsOf(contract, { name: 'a', ...odd })).toEqual([]);
    expect(findingsOf(contract, { name: 'a', nick: 'ten letters', pair: {}, some: null, tag: 1 })).toEqual([
      'length /nick',
      'type /pair',
      'type /some',
      'type /tag',
    ]);
  });

  it('costs the operation where it is required, with the reason', () => {
    for (const [name, { keyword }] of Object.entries({
      nick: { keyword: 'not' },
      pair: { keyword: 'prefixItems' },
      tag: { keyword: 'if' },
    }))
      expect(() => read(answering(object(ODD, [name])))).toThrow(new RegExp(`getPet is left out: ${keyword} `));
  });

  it('is left out with what it is required in, and lists of it are empty', () => {
    const owner = object({ nick: ODD['nick'], age: { type: 'integer' } }, ['nick']);
    const { contract } = read(answering(object({ owner, all: { type: 'array', items: ODD['nick'] } }, [])));
    const bodies = [...generateCases(contract, { mode: 'covering', verdict: 'accept', seed: 1 })].map(
      ({ body = '' }) => body,
    );
    expect(new Set(bodies)).toEqual(new Set(['{"all":[]}', '{}']));
    expect(findingsOf(contract, { owner: { nick: 'a', age: 'old' }, all: ['a', 1] })).toEqual([
      'type /owner/age',
      'type /all/1',
    ]);
  });

  it('may be a pattern that no text fits', () => {
    const { contract } = read(answering(object({ name: { type: 'string' }, odd: { pattern: '^(?=b)a$' } }, ['name'])));
    for (const mode of ['edge', 'covering', 'random'] as const) {
      const made = [...generateCases(contract, { mode, verdict: 'accept', seed: 1, count: 50 })];
      expect(made.length).toBeGreaterThan(3);
      expect(made.filter(({ body }) => /"odd"/.test(body ?? ''))).toEqual([]);
    }
  });

  it('is not judged by what speaks only of items behind a tuple, or of members without a pattern', () => {
    const integers = { type: 'integer' };
    const tuple = { type: 'array', prefixItems: [{ type: 'string' }, integers], items: false };
    const more = { type: 'array', prefixItems: [{ type: 'string' }], items: integers };
    const byPattern = { type: 'object', patternProperties: { '^a': integers, '^b': {} }, additionalProperties: false };
    const { contract } = read(answering(object({ tuple, more, byPattern }, [])));
    expect(findingsOf(contract, { tuple: ['a', 1], more: ['a', 1, 2], byPattern: { a: 1, b: '' } })).toEqual([]);
    expect(findingsOf(contract, { tuple: ['a', 1, 2], more: ['a', null], byPattern: [] })).toEqual([
      'items /tuple',
      'type /more/1',
      'type /byPattern',
    ]);
  });

  it('may be one whose other members only its alternatives name, where those are many', () => {
    const branches = ['a', 'b', 'c', 'd'].map((name) => object({ [name]: { type: 'string' } }, []));
    const odd = { unevaluatedProperties: false, anyOf: branches };
    const { contract, warnings } = read(answering(object({ name: { type: 'string' }, odd }, [])));
    expect(warnings).toEqual([expect.stringMatching(/unevaluatedProperties beside .* \(of \/odd\): what holds it/)]);
    expect(findingsOf(contract, { odd: { a: '', e: '' } })).toEqual([]);
    expect(findingsOf(contract, { odd: { a: 1, b: 1, c: 1, d: 1 } })).toHaveLength(1);
  });

  it('may be a reference that leads nowhere', () => {
    const { contract, warnings } = read(answering(object({ name: { type: 'string' }, odd: { $ref: '#/gone' } }, [])));
    expect(warnings).toEqual([expect.stringMatching('odd/.ref the reference #/gone leads nowhere: what holds it')]);
    expect(findingsOf(contract, { name: 'a', odd: [{}] })).toEqual([]);
  });
});

describe('a branch that a contract cannot say whole', () => {
  const branches = [
    object({ kind: { const: 'cat' }, odd: { not: { type: 'string' } } }, ['kind']),
    object({ kind: { const: 'dog' }, age: { type: 'integer' } }, ['kind']),
    { type: 'string', not: { const: 'bad' } },
    { type: 'string', maxLength: 3 },
  ];
  const document = answering(object({ pet: { oneOf: branches } }, ['pet']));

  it('is left out of what is made, as what is of it and of others', () => {
    const { contract } = read(document);
    const allows = OriginalJudge.of(document).judge(`document.json${encodeURI(SCHEMA)}`);
    const counts = { accept: 0, reject: 0 };
    for (const mode of ['edge', 'covering'] as const)
      for (const one of generateCases(contract, { mode, seed: 1 })) {
        if (one.verdict === 'either' || isBeyondAjv(one)) continue;
        counts[one.verdict] += 1;
        const body = bodyBytes(one).toString();
        expect([one.id, body, allows(body)]).toEqual([one.id, body, one.verdict === 'accept']);
      }
    expect(Math.min(counts.accept, counts.reject)).toBeGreaterThan(10);
  });

  it('makes no answer wrong that may be right', () => {
    const { contract } = read(document);
    expect(findingsOf(contract, { pet: { kind: 'cat', odd: 'text' } })).toEqual([]);
    expect(findingsOf(contract, { pet: 'bad' })).toEqual([]);
    expect(findingsOf(contract, { pet: 7 })).toEqual(['type /pet']);
    expect(findingsOf(contract, { pet: { kind: 'dog', age: 'old' } })).toHaveLength(1);
  });
});

it('a parameter that a contract cannot say whole is sent by what is known of it', () => {
  const { contract } = read(answering({ type: 'string' }, { type: 'integer', not: { const: 3 } }));
  expect(contract.operations[0]?.parameters[0]?.schema).toEqual({ kind: 'integer' });
});
