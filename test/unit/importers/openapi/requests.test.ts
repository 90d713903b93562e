import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Contract,
  defineContract,
  definitionsSent,
  type Operation,
  schemaSent,
  wireFormOf,
} from '../../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../../src/importers';
import { interactionsOf } from '../../../../src/pact';
import { makeFolder } from '../../../support/folder';

type Json = Record<string, unknown>;

const folder = makeFolder({});
afterAll(() => folder.remove());

interface Read {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly warnings: readonly string[];
}

function read(document: Json): Read {
  const file = join(folder.path, 'openapi.json');
  writeFileSync(file, JSON.stringify({ info: { title: 'T', version: '1' }, ...document }));
  const found = readDocument(file);
  const contract = defineContract(sourceOfDocument(found));
  const warnings = found.reports.flatMap((report) => report.warnings.map(({ message }) => message));
  return { contract, operation: contract.operations[0] as Operation, warnings };
}

const responses = { '200': { description: '' } };

const openapi = (operation: Json, schemas: Json = {}): Read =>
  read({
    openapi: '3.0.3',
    paths: { '/t': { put: { operationId: 'putT', responses, ...operation } } },
    components: { schemas },
  });

const swagger = (operation: Json): Read =>
  read({ swagger: '2.0', paths: { '/t': { put: { operationId: 'putT', responses, ...operation } } } });

describe('the form of a parameter on the wire', () => {
  const inOpenapi = (parameter: Json) => openapi({ parameters: [{ name: 'p', ...parameter }] }).operation.parameters[0];
  const inSwagger = (parameter: Json) => swagger({ parameters: [{ name: 'p', ...parameter }] }).operation.parameters[0];
  const schema = { type: 'array', items: { type: 'string' } };

  it.each<[string, Json, Json]>([
    ['query', {}, { style: 'form', explode: true, allowReserved: false }],
    ['query', { explode: false }, { style: 'form', explode: false, allowReserved: false }],
    ['query', { style: 'deepObject', explode: true }, { style: 'deepObject', explode: true, allowReserved: false }],
    ['query', { style: 'pipeDelimited' }, { style: 'pipeDelimited', explode: false, allowReserved: false }],
    ['query', { allowReserved: true }, { style: 'form', explode: true, allowReserved: true }],
    ['path', { required: true }, { style: 'simple', explode: false, allowReserved: false }],
    ['path', { required: true, style: 'label' }, { style: 'label', explode: false, allowReserved: false }],
    ['path', { style: 'matrix', explode: true }, { style: 'matrix', explode: true, allowReserved: false }],
    ['header', {}, { style: 'simple', explode: false, allowReserved: false }],
    ['cookie', {}, { style: 'form', explode: true, allowReserved: false }],
    ['query', { style: 'simple' }, { style: 'form', explode: true, allowReserved: false }],
  ])('in OpenAPI 3: %s %j', (place, said, form) => {
    expect(wireFormOf(inOpenapi({ in: place, ...said, schema }) as never)).toEqual(form);
  });

  it('is that of its content', () => {
    const content = { 'application/json': { schema: { type: 'object' } } };
    expect(wireFormOf(inOpenapi({ in: 'query', content }) as never)).toEqual({ mediaType: 'application/json' });
  });

  it.each<[Json, Json]>([
    [{ in: 'query' }, { style: 'form', explode: false }],
    [
      { in: 'query', collectionFormat: 'multi' },
      { style: 'form', explode: true },
    ],
    [
      { in: 'query', collectionFormat: 'ssv' },
      { style: 'spaceDelimited', explode: false },
    ],
    [
      { in: 'query', collectionFormat: 'tsv' },
      { style: 'tabDelimited', explode: false },
    ],
    [
      { in: 'query', collectionFormat: 'pipes' },
      { style: 'pipeDelimited', explode: false },
    ],
    [
      { in: 'query', collectionFormat: 'odd' },
      { style: 'form', explode: false },
    ],
    [
      { in: 'header', collectionFormat: 'csv' },
      { style: 'simple', explode: false },
    ],
  ])('in Swagger 2.0: %j', (said, form) => {
    expect(wireFormOf(inSwagger({ ...schema, ...said }) as never)).toMatchObject(form);
  });

  it('is told where there is no such form', () => {
    const { warnings } = openapi({ parameters: [{ name: 'p', in: 'query', style: 'simple', schema }] });
    expect(warnings).toContainEqual('a query has no style simple: it is read as the default');
  });
});

describe('a member that goes one way only', () => {
  const Own = { type: 'string', readOnly: true };
  const ref = { $ref: '#/components/schemas/Own' };

  it.each<[string, Json]>([
    ['by its own word', { type: 'string', readOnly: true }],
    ['by a word beside a reference in an allOf', { allOf: [{ $ref: '#/components/schemas/Plain' }], readOnly: true }],
    ['by a part of an allOf', { allOf: [{ type: 'string' }, { readOnly: true }] }],
    ['by the model that it refers to', ref],
    ['by the model within an allOf, with prose beside it', { allOf: [ref], description: 'x' }],
    ['by a model of a model', { $ref: '#/components/schemas/Alias' }],
    ['by a model that may be null', { allOf: [ref], nullable: true }],
    ['by each alternative', { oneOf: [ref, { type: 'integer', readOnly: true }] }],
  ])('is in no request: %s', (_, member) => {
    const schema = { type: 'object', required: ['own', 'text'], properties: { own: member, text: { type: 'string' } } };
    const { contract, operation } = openapi(
      { requestBody: { required: true, content: { 'application/json': { schema } } } },
      { Own, Plain: { type: 'string' }, Alias: { allOf: [ref] } },
    );
    const sent = schemaSent(operation.request?.schema as never, 'request');
    expect(sent).toMatchObject({ properties: [{ name: 'text' }] });
    expect(definitionsSent(contract.definitions, 'request')).toBeDefined();
  });

  it('is in both where only one of its alternatives says so', () => {
    const schema = { type: 'object', properties: { own: { oneOf: [ref, { type: 'integer' }] } } };
    const { operation } = openapi({ requestBody: { content: { 'application/json': { schema } } } }, { Own });
    expect(schemaSent(operation.request?.schema as never, 'request')).toMatchObject({ properties: [{ name: 'own' }] });
  });
});

describe('an operation whose request cannot be made', () => {
  const body = { name: 'b', in: 'body', schema: { type: 'string' } };
  const field = { name: 'f', in: 'formData', type: 'string' };
  const xml = { content: { 'application/xml': { schema: { type: 'object' } } } };

  it.each<[string, () => Read, string | undefined]>([
    [
      'a text',
      () => swagger({ consumes: ['text/plain'], parameters: [{ ...body, required: true }] }),
      'a request body of text/plain is required, and only JSON is sent',
    ],
    ['a text that may be left out', () => swagger({ consumes: ['text/plain'], parameters: [body] }), undefined],
    [
      'a form',
      () => swagger({ consumes: ['multipart/form-data'], parameters: [{ ...field, required: true }] }),
      'a request body of multipart/form-data is required, and only JSON is sent',
    ],
    ['a form that may be empty', () => swagger({ parameters: [field] }), undefined],
    [
      'XML',
      () => openapi({ requestBody: { required: true, ...xml } }),
      'a request body of application/xml is required, and only JSON is sent',
    ],
    ['XML that may be left out', () => openapi({ requestBody: xml }), undefined],
  ])('is known by its reason: %s', (_, make, reason) => {
    const { contract, operation, warnings } = make();
    expect(operation.unsendable).toBe(reason);
    expect(operation.request).toBeUndefined();
    expect(warnings).toContainEqual(expect.stringMatching(/^a request body of .* is not supported: it is left out$/));
    expect(interactionsOf(contract, [])).toHaveLength(reason === undefined ? 1 : 0);
  });

  it('is one that sends a body by GET; the others have their pacts', () => {
    const content = { 'application/json': { schema: { type: 'object' } } };
    const paths = {
      '/a': { get: { operationId: 'a', responses, requestBody: { content } } },
      '/b': { get: { operationId: 'b', responses } },
    };
    const { contract, warnings } = read({ openapi: '3.0.3', paths });
    expect(interactionsOf(contract, []).map(({ operation }) => operation)).toEqual(['b']);
    expect(warnings).toEqual(['a GET with a body cannot be sent: no pact has it']);
  });
});
