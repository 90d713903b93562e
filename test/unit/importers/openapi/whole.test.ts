import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, defineContract, type Operation } from '../../../../src/contract';
import { type ReadOptions, readDocument, sourceOfDocument } from '../../../../src/importers';
import { makeFolder } from '../../../support/folder';

type Json = Record<string, unknown>;

const folder = makeFolder({});
afterAll(() => folder.remove());

function read(document: Json, options: ReadOptions = { isWhole: true }): Contract {
  const file = join(folder.path, 'openapi.json');
  writeFileSync(file, JSON.stringify({ info: { title: 'T', version: '1' }, ...document }));
  return defineContract(sourceOfDocument(readDocument(file, undefined, options)));
}

const responses = { '200': { description: '' } };
const STRING = { type: 'string' };

const openapi = (operation: Json, more: Json = {}, options?: ReadOptions): Operation =>
  read(
    { openapi: '3.1.0', paths: { '/t': { put: { operationId: 'putT', responses, ...operation } } }, ...more },
    options,
  ).operations[0] as Operation;

describe('media types', () => {
  const body = { content: { 'application/json': { schema: STRING }, 'application/hal+json': {}, 'text/csv': {} } };
  const answering = { '200': { description: '', ...body } };

  it('of JSON are read beside the one that cases are made of', () => {
    const { responses: read, otherContent } = openapi({ requestBody: body, responses: answering }, {}, {});
    expect(read[0]?.others).toEqual([{ mediaType: 'application/hal+json' }]);
    expect(otherContent).toEqual({ required: false, types: [{ mediaType: 'application/hal+json' }] });
  });

  it('are all read for a comparison, ranges as they stand', () => {
    const ranges = { content: { '*/*': { schema: STRING }, 'text/csv': {} } };
    const {
      responses: read,
      otherContent,
      request,
    } = openapi({
      requestBody: { required: true, content: { 'text/csv': { schema: STRING } } },
      responses: { '200': { description: '', ...ranges } },
    });
    expect(read[0]?.others?.map(({ mediaType }) => mediaType)).toEqual(['*/*', 'text/csv']);
    expect(request).toBeUndefined();
    expect(otherContent).toEqual({ required: true, types: [{ mediaType: 'text/csv', schema: { kind: 'string' } }] });
  });

  it('of Swagger 2.0 each have the body, and a form is one', () => {
    const swagger = (operation: Json): Operation =>
      read({ swagger: '2.0', paths: { '/t': { put: { responses, ...operation } } } }).operations[0] as Operation;
    const answer = { '200': { description: '', schema: STRING } };
    const both = swagger({ produces: ['application/json', 'application/xml'], responses: answer });
    expect(both.responses[0]?.others).toEqual([{ mediaType: 'application/xml', schema: { kind: 'string' } }]);
    const form = swagger({ parameters: [{ in: 'formData', name: 'a', type: 'string', required: true }] });
    expect(form.otherContent).toMatchObject({
      required: true,
      types: [
        { mediaType: 'application/x-www-form-urlencoded', schema: { properties: [{ name: 'a', required: true }] } },
      ],
    });
  });
});

describe('who is admitted', () => {
  const securitySchemes = {
    key: { type: 'apiKey', in: 'header', name: 'X-K' },
    oauth: { type: 'oauth2', flows: {} },
    mutual: { type: 'mutualTLS' },
  };
  const admits = (...security: Json[]) => openapi({ security }, { components: { securitySchemes } }).admits;

  it('is said where it is more than how pactcheck shows who it is', () => {
    expect(admits({ key: [] })).toBeUndefined();
    expect(admits({ key: [] }, {})).toEqual([[{ credential: 'an API key in the header X-K' }], []]);
    expect(admits({ oauth: ['write', 'read'], key: [] })).toEqual([
      [{ credential: 'bearer credentials', scopes: ['read', 'write'] }, { credential: 'an API key in the header X-K' }],
    ]);
    expect(admits({ mutual: [] })).toEqual([[{ credential: 'mutualTLS credentials' }]]);
  });
});

describe('what cannot be said is there by name, with a digest that tells a change', () => {
  const unsaid = (schema: Json): string | undefined => {
    const content = { 'application/json': { schema } };
    return openapi({ responses: { '200': { description: '', content } } }).responses[0]?.schema?.unsaid;
  };

  it.each<[string, Json, Json]>([
    ['not', { not: { const: 1 } }, { not: { const: 2 } }],
    ['if', { if: {}, else: { minLength: 1 } }, { if: {}, else: { minLength: 2 } }],
    ['contains', { contains: { type: 'string' } }, { contains: { type: 'integer' } }],
    ['prefixItems', { prefixItems: [STRING, {}] }, { prefixItems: [{}, STRING] }],
    ['pattern', { type: 'string', pattern: '\\A\\d+\\Z' }, { type: 'string', pattern: '\\A\\w+\\Z' }],
    ['$ref', { $ref: 'a.json' }, { $ref: 'b.json' }],
  ])('%s', (keyword, before, after) => {
    expect(unsaid(before)).toMatch(new RegExp(`^${keyword.replace('$', '\\$')} [0-9a-f]{12}`));
    expect(unsaid(before)).toBe(unsaid({ ...before, description: 'prose' }));
    expect(unsaid(after)).not.toBe(unsaid(before));
  });

  it('callbacks, links, servers and webhooks', () => {
    const response = { description: '', links: { next: { operationId: 'putT' } } };
    const { unjudged } = openapi({ callbacks: { done: {} }, responses: { '200': response } });
    expect(Object.keys(unjudged ?? {})).toEqual(['callbacks', 'links of 200']);
    const whole = read({ openapi: '3.1.0', servers: [{ url: 'https://a.example' }], webhooks: { w: {} }, paths: {} });
    expect(Object.keys(whole.unjudged ?? {})).toEqual(['servers', 'webhooks']);
  });
});

it('an operation that cannot be tried out is read for a comparison', () => {
  const schema = { type: 'object', not: {} };
  const content = { 'application/json': { schema } };
  const document = {
    openapi: '3.1.0',
    paths: { '/a': { get: { responses } }, '/b': { get: { responses: { '200': { description: '', content } } } } },
  };
  expect(read(document).operations.map(({ path }) => path)).toEqual(['/a', '/b']);
  expect(read(document, {}).operations.map(({ path }) => path)).toEqual(['/a']);
});

it('the announced end of an operation is read', () => {
  expect(openapi({ deprecated: true, 'x-sunset': '2027-01-31' })).toMatchObject({
    deprecated: true,
    sunset: '2027-01-31',
  });
});
