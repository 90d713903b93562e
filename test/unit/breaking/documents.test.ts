import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, defineContract } from '../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../src/importers';
import type { Result } from '../../../src/result';
import { makeFolder } from '../../support/folder';
import { results } from './examples';

type Json = Record<string, unknown>;

const folder = makeFolder({});
afterAll(() => folder.remove());

function read(document: Json): Contract {
  const file = join(folder.path, 'openapi.json');
  writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, ...document }));
  return defineContract(sourceOfDocument(readDocument(file, undefined, { isWhole: true })));
}

const OK = { '200': { description: 'ok' } };
const STRING = { type: 'string' };

const document = (operation: Json, components: Json = {}): Json => ({
  paths: { '/p': { post: { operationId: 'op', responses: OK, ...operation } } },
  components,
});
const json = (schema: unknown): Json => ({ content: { 'application/json': { schema } } });
const sending = (schema: unknown): Json => document({ requestBody: { required: true, ...json(schema) } });
const answering = (schema: unknown): Json => document({ responses: { '200': { description: 'ok', ...json(schema) } } });
const sendingAs = (...types: string[]): Json =>
  document({ requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, {}])) } });
const answeringAs = (content: Json): Json => document({ responses: { '200': { description: 'ok', content } } });

const object = (properties: Json, ...required: string[]): Json => ({ type: 'object', properties, required });

const changes = (before: Json, after: Json): Result[] =>
  results(read(before), read(after)).filter(({ findings }) => findings.length > 0);

const told = (before: Json, after: Json): string[] =>
  changes(before, after).flatMap(({ findings }) => findings.map(({ level, rule }) => `${level} ${rule}`));

const payloads = (before: Json, after: Json): unknown[] =>
  changes(before, after)
    .filter(({ findings }) => findings[0]?.level === 'breaking')
    .map(({ details }) => JSON.parse(details?.['payload'] ?? 'null'));

describe('where branches of a union overlap, a request that several fit', () => {
  const foo = object({ foo: STRING }, 'foo');
  const bar = object({ bar: STRING }, 'bar');
  const both = { foo: 'alpha', bar: 'alpha' };

  it.each<[string, Json, Json, unknown]>([
    ['one object into two', object({ foo: STRING, bar: STRING }, 'foo', 'bar'), { oneOf: [foo, bar] }, both],
    ['any into one', { anyOf: [foo, bar] }, { oneOf: [foo, bar] }, both],
    ['three for two', { anyOf: [foo, bar] }, { oneOf: [foo, bar, object({ baz: STRING }, 'baz')] }, both],
    [
      'an object into itself and a larger one',
      object({ id: STRING }, 'id'),
      { oneOf: [object({ id: STRING }, 'id'), object({ id: STRING, name: STRING }, 'id')] },
      { id: 'alpha' },
    ],
    [
      'a branch that grows into the other',
      { oneOf: [object({ k: { enum: ['a'] } }, 'k'), object({ k: { enum: ['b'] } }, 'k')] },
      { oneOf: [object({ k: { enum: ['a', 'b'] } }, 'k'), object({ k: { enum: ['b'] } }, 'k')] },
      { k: 'b' },
    ],
    ['a number that is an integer, too', { type: 'number' }, { oneOf: [{ type: 'number' }, { type: 'integer' }] }, 0],
    [
      'lists that may be empty',
      { type: 'array', items: STRING },
      {
        oneOf: [
          { type: 'array', items: STRING },
          { type: 'array', items: { type: 'integer' } },
        ],
      },
      [],
    ],
  ])('is breaking, with the payload: %s', (_what, before, after, payload) => {
    expect(payloads(sending(before), sending(after))).toEqual([payload]);
    const back = told(sending(after), sending(before));
    expect(back).not.toContain('breaking request-property-payload-refused');
    expect(back.filter((line) => /payload-allowed|one-of-became-any-of/.test(line))).toHaveLength(1);
  });

  it('is told where it lies', () => {
    const inside = (schema: unknown): Json => sending(object({ pet: schema }));
    const [first] = changes(inside(object({ foo: STRING, bar: STRING }, 'foo', 'bar')), inside({ oneOf: [foo, bar] }));
    expect(first?.findings[0]).toMatchObject({ rule: 'request-property-payload-refused', pointer: '/pet' });
  });
});

describe('an answer that was refused and is allowed now', () => {
  const open = (name: string): Json => object({ [name]: STRING });

  it.each<[string, Json, Json]>([
    [
      'by an open branch that was added',
      { oneOf: [open('a'), open('b')] },
      { oneOf: [open('a'), open('b'), open('c')] },
    ],
    ['by an overlap that is gone', { oneOf: [{ type: 'integer' }, { type: 'number' }] }, { type: 'number' }],
  ])('%s is breaking, also inside, and the payload is one', (_what, before, after) => {
    for (const wrap of [(schema: Json) => schema, (schema: Json) => object({ pet: schema }, 'pet')]) {
      const [first] = changes(answering(wrap(before)), answering(wrap(after)));
      expect(first?.findings[0]).toMatchObject({ level: 'breaking', rule: 'response-property-payload-allowed' });
      expect(first?.details?.['payload']).toBeDefined();
    }
  });
});

describe('media types are schemas of their own', () => {
  const json = { 'application/json': { schema: STRING } };
  it.each<[string, Json, Json, string[]]>([
    [
      'another one that changed',
      answeringAs({ ...json, 'application/vnd.a+json': { schema: STRING } }),
      answeringAs({ ...json, 'application/vnd.a+json': { schema: { type: 'integer' } } }),
      ['breaking response-property-type-changed'],
    ],
    ['dropped', answeringAs({ ...json, 'text/csv': {} }), answeringAs(json), ['breaking response-media-type-removed']],
    ['added', answeringAs(json), answeringAs({ ...json, 'text/csv': {} }), ['compatible response-media-type-added']],
    ['XML to JSON', answeringAs({ 'text/xml': {} }), answeringAs(json), ['breaking response-media-type-changed']],
    ['no body to XML', document({}), answeringAs({ 'text/xml': {} }), ['compatible response-body-added']],
    [
      'JSON beside text',
      sendingAs('text/plain'),
      sendingAs('text/plain', 'application/json'),
      ['compatible request-body-media-type-added'],
    ],
    [
      'text in place of JSON',
      sendingAs('application/json'),
      sendingAs('text/plain'),
      ['breaking request-body-media-type-changed'],
    ],
    [
      'a range that includes it',
      sendingAs('application/hal+json'),
      sendingAs('application/*+json'),
      ['compatible request-body-media-type-added'],
    ],
    ['another charset', sendingAs('text/plain; charset=utf-8'), sendingAs('text/plain'), []],
    ['their order', sendingAs('text/plain', 'text/csv'), sendingAs('text/csv', 'text/plain'), []],
    [
      'a body as XML that changed',
      answeringAs({ 'text/xml': { schema: object({ a: STRING }, 'a') } }),
      answeringAs({ 'text/xml': { schema: object({ a: STRING }) } }),
      ['breaking response-property-became-optional'],
    ],
    [
      'a default in place of a status',
      document({ responses: { ...OK, '404': { description: '', content: json } } }),
      document({
        responses: {
          ...OK,
          default: { description: '', content: { 'application/json': { schema: { type: 'integer' } } } },
        },
      }),
      ['breaking response-property-type-changed', 'compatible response-non-success-status-added'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});

describe('security is a set of sets', () => {
  const securitySchemes = {
    key: { type: 'apiKey', in: 'header', name: 'X-K' },
    oauth: { type: 'oauth2', flows: {} },
    renamed: { type: 'oauth2', flows: {} },
  };
  const admitting = (...security: Json[]): Json => document({ security }, { securitySchemes });
  const [key, oauth] = [{ key: [] }, { oauth: [] }];

  it.each<[string, Json[], Json[], string[]]>([
    ['an alternative dropped', [key, oauth], [key], ['breaking api-security-alternative-removed']],
    ['an alternative added', [key], [key, oauth], ['compatible api-security-alternative-added']],
    [
      'two in place of either',
      [key, oauth],
      [{ ...key, ...oauth }],
      ['breaking api-security-alternative-removed', 'breaking api-security-alternative-removed'],
    ],
    [
      'either in place of two',
      [{ ...key, ...oauth }],
      [key, oauth],
      ['compatible api-security-alternative-added', 'compatible api-security-alternative-added'],
    ],
    ['a scope added', [{ oauth: ['r'] }], [{ oauth: ['r', 'w'] }], ['breaking api-security-scope-added']],
    ['a scope removed', [{ oauth: ['r', 'w'] }], [{ oauth: ['r'] }], ['compatible api-security-scope-removed']],
    [
      'a scope in place of another',
      [{ oauth: ['r'] }],
      [{ oauth: ['w'] }],
      ['breaking api-security-scope-added', 'compatible api-security-scope-removed'],
    ],
    ['anonymous dropped', [{}, key], [key], ['breaking api-security-added']],
    ['anonymous added', [key], [key, {}], ['compatible api-security-removed']],
    ['the order', [key, oauth], [oauth, key], []],
    ['the name of a scheme', [oauth], [{ renamed: [] }], []],
    ['one that asks for more than another', [key], [key, { ...key, ...oauth }], []],
  ])('%s', (_what, before, after, expected) => {
    expect(told(admitting(...before), admitting(...after))).toEqual(expected);
  });
});

describe('parameters', () => {
  const taking = (...parameters: Json[]): Json =>
    document({ parameters: parameters.map((parameter) => ({ name: 'p', in: 'query', ...parameter })) });
  const list = { type: 'array', items: STRING };

  it.each<[string, Json, Json, string[]]>([
    [
      'exploded no more',
      { schema: list },
      { schema: list, explode: false },
      ['breaking request-parameter-form-changed'],
    ],
    [
      'in another style',
      { schema: object({ a: STRING }) },
      { schema: object({ a: STRING }), style: 'deepObject' },
      ['breaking request-parameter-form-changed'],
    ],
    [
      'as JSON text',
      { schema: object({}) },
      { content: { 'application/json': { schema: object({}) } } },
      ['breaking request-parameter-form-changed'],
    ],
    ['in another place', { schema: STRING }, { schema: STRING, in: 'header' }, ['breaking request-parameter-moved']],
    ['one text, exploded or not', { schema: STRING }, { schema: STRING, explode: false }, []],
    ['the default style, written out', { schema: list }, { schema: list, style: 'form', explode: true }, []],
    [
      'with reserved characters',
      { schema: STRING },
      { schema: STRING, allowReserved: true },
      ['compatible request-parameter-reserved-allowed'],
    ],
    ['a text that may be a number, too', { schema: STRING }, { schema: { oneOf: [STRING, { type: 'integer' }] } }, []],
    [
      'a number that may be any text',
      { schema: { type: 'integer' } },
      { schema: STRING },
      ['compatible request-property-type-generalized'],
    ],
    [
      'a text that must be a number',
      { schema: STRING },
      { schema: { type: 'integer' } },
      ['breaking request-property-type-specialized'],
    ],
    [
      'a text that may come several times',
      { schema: { type: ['string', 'integer'] } },
      { schema: list },
      ['compatible request-property-max-items-increased'],
    ],
    [
      'a number, or a list of them',
      { schema: { type: 'integer' } },
      { schema: { type: 'array', items: { type: 'integer' } }, explode: false },
      ['compatible request-property-max-items-increased'],
    ],
    [
      'a text, or a list that is one text: a text with a comma is two',
      { schema: STRING },
      { schema: list, explode: false },
      ['breaking request-property-type-changed', 'breaking request-parameter-form-changed'],
    ],
    [
      'a text that may come once only',
      { schema: list },
      { schema: STRING },
      ['breaking request-property-max-items-decreased'],
    ],
    [
      'another text in each item',
      { schema: STRING },
      { schema: { type: 'array', items: { enum: ['a'] } } },
      ['breaking request-property-became-enum', 'compatible request-property-max-items-increased'],
    ],
    [
      'deprecated',
      { schema: STRING },
      { schema: STRING, deprecated: true },
      ['compatible request-property-deprecated'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(told(taking(before), taking(after))).toEqual(expected);
  });

  it('a text that may come once only is shown by a list of two', () => {
    expect(payloads(taking({ schema: list }), taking({ schema: STRING }))).toEqual([['alpha', 'bravo']]);
  });
});

describe('what cannot be said', () => {
  const not = (value: string): Json => object({ s: { type: 'string', not: { enum: [value] } } });

  it.each<[string, Json, Json]>([
    ['added', object({ s: STRING }), not('x')],
    ['removed', not('x'), object({ s: STRING })],
    ['changed', not('x'), not('y')],
  ])('is a warning by name where it is %s', (_what, before, after) => {
    expect(told(sending(before), sending(after))).toEqual(['warning request-property-unjudged-changed']);
    expect(told(answering(before), answering(after))).toEqual(['warning response-property-unjudged-changed']);
    expect(changes(sending(before), sending(after))[0]?.findings[0]?.message).toContain('in its not');
  });

  it('is silent where it did not change, and the rest is compared', () => {
    expect(told(answering(not('x')), answering(not('x')))).toEqual([]);
    const longer = object({ s: { type: 'string', not: { enum: ['x'] }, minLength: 3 } });
    expect(told(sending(not('x')), sending(longer))).toEqual(['breaking request-property-min-length-increased']);
  });

  it('leaves its operation there', () => {
    const schema = { type: 'object', not: { required: ['a'] } };
    expect(told(answering({ type: 'object' }), answering(schema))).toEqual([
      'warning response-property-unjudged-changed',
    ]);
  });

  it('of callbacks, links and servers is a warning by name', () => {
    const [before, after] = [document({ callbacks: { a: {} } }), document({ callbacks: { b: {} } })];
    expect(told(before, after)).toEqual(['warning unjudged-part-changed']);
    expect(
      told({ ...before, servers: [{ url: 'https://a' }] }, { ...before, servers: [{ url: 'https://b' }] }),
    ).toEqual(['warning unjudged-part-changed']);
  });
});

describe('what nothing fits is narrower than all else', () => {
  const never = { allOf: [{ enum: ['a'] }, { enum: ['b'] }] };
  const x = (schema: unknown): Json => object({ x: schema });

  it.each<[string, Json]>([
    ['enums without a common value', x(never)],
    ['a contradiction of limits', x({ type: 'string', minLength: 5, maxLength: 2 })],
    ['an object that needs such a one', x(object({ y: never }, 'y'))],
    ['a list that needs such an item', x({ type: 'array', minItems: 1, items: never })],
  ])('%s', (_what, schema) => {
    const rules = (before: Json, after: Json): string[] => told(before, after);
    expect(rules(sending(x(STRING)), sending(schema))).toEqual(['breaking request-property-became-impossible']);
    expect(rules(sending(schema), sending(x(STRING)))).toEqual(['compatible request-property-became-possible']);
    expect(rules(answering(x(STRING)), answering(schema))).toEqual(['compatible response-property-became-impossible']);
    expect(rules(answering(schema), answering(x(STRING)))).toEqual(['breaking response-property-became-possible']);
  });

  it('is no type that was: what a member demanded is gone', () => {
    const fields = object({ street: STRING, city: STRING });
    const needing = { ...fields, dependentRequired: { street: ['city'] } };
    expect(told(sending(needing), sending(fields))).toEqual(['compatible request-property-became-possible']);
    expect(told(sending(fields), sending(needing))).toEqual(['breaking request-property-became-impossible']);
  });
});

describe('values of which none can come any more', () => {
  it.each<[string, unknown, unknown]>([
    ['a constant', { const: 'A' }, { const: 'B' }],
    ['a list', { enum: ['a', 'b'] }, { enum: ['c', 'd'] }],
  ])('%s is breaking for readers', (_what, before, after) => {
    expect(told(answering(before), answering(after))).toEqual(['breaking response-property-enum-replaced']);
  });

  it('one more or less keeps its level', () => {
    expect(told(answering({ enum: ['a'] }), answering({ enum: ['a', 'b'] }))).toEqual([
      'warning response-property-enum-value-added',
    ]);
  });
});

describe('readOnly and writeOnly', () => {
  const flagged = (flag: string, id: Json): Json => {
    const Id = { ...STRING, [flag]: true };
    return { components: { schemas: { Id } }, ...id };
  };
  const referring = (flag: string, ...required: string[]): Json => {
    const schema = object({ id: { allOf: [{ $ref: '#/components/schemas/Id' }] }, name: STRING }, ...required);
    return { ...sending(schema), ...flagged(flag, {}) };
  };

  it('count behind references and in allOf, each for its direction', () => {
    expect(told(referring('readOnly', 'name'), referring('readOnly', 'name', 'id'))).toEqual([]);
    expect(told(referring('writeOnly', 'name'), referring('writeOnly', 'name', 'id'))).toEqual([
      'breaking request-property-became-required',
    ]);
  });
});

describe('an operation that is gone', () => {
  const two = (operation: Json): Json => ({
    paths: { '/a': { get: { responses: OK } }, '/b': { get: { responses: OK, ...operation } } },
  });
  const one = { paths: { '/a': { get: { responses: OK } } } };

  it.each<[string, Json, string]>([
    ['without a word', {}, 'breaking api-removed-without-deprecation'],
    ['before its day', { deprecated: true, 'x-sunset': '2026-06-30' }, 'breaking api-removed-before-sunset'],
    ['after its day', { deprecated: true, 'x-sunset': '2025-06-30' }, 'warning api-removed-as-announced'],
    ['as announced', { deprecated: true }, 'warning api-removed-as-announced'],
  ])('%s', (_what, operation, expected) => {
    expect(told(two(operation), one)).toEqual([expected]);
  });

  it('is told of before', () => {
    expect(told(two({}), two({ deprecated: true }))).toEqual(['compatible endpoint-deprecated']);
  });
});

it('two pages of one title are two versions of one model', () => {
  const page = (name: string, notes: string): Contract => {
    const file = join(folder.path, name);
    const head = '# Parcel\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n';
    writeFileSync(file, `${head}**id** | **String** | Id. | \n**weight** | **Integer** | Grams. | ${notes}\n`);
    return defineContract(sourceOfDocument(readDocument(file)));
  };
  const found = results(page('old-page.md', ''), page('new-page.md', '[optional]'));
  expect(found.flatMap(({ findings }) => findings.map(({ rule, pointer }) => `${rule} ${pointer}`))).toEqual([
    'response-property-became-optional /weight',
  ]);
});
