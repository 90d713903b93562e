import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { pactInteractions } from '../../src/app/pacts/plan';
import { type Contract, defineContract, unlessRefused } from '../../src/contract';
import { readDocument, sourceOfDocument } from '../../src/importers';
import { makeFolder } from '../support/folder';
import type { Raw } from '../support/judges/document-parts';
import { judgedExploration } from '../support/judges/explored-requests';
import { httpRequest, judgedRequests, placeOf } from '../support/judges/made-requests';
import { type HttpRequest, RequestJudge } from '../support/judges/request-judge';
import { documentArbitrary } from './document-arbitrary';
import { everyForm, forSwagger } from './request-documents';

const FIXTURES = join(__dirname, '../unit/importers/openapi/fixtures');
const ORDERS = join(__dirname, '../../examples/user-service');
const SEED = 20261130;
const DOCUMENTS = Number(process.env['PACTCHECK_DOCUMENTS'] ?? 60);

const folder = makeFolder({});
afterAll(() => folder.remove());

function imported(document: Raw): Contract | undefined {
  const file = join(folder.path, 'document.json');
  writeFileSync(file, JSON.stringify(document));
  return unlessRefused<Contract | undefined>(
    () => defineContract(sourceOfDocument(readDocument(file))),
    () => undefined,
  );
}

/** A generated document whose operation is sent what it would have answered with. */
function sending(document: Raw): Raw {
  const { schema, rest } = answerOf(document);
  const isSwagger = 'swagger' in document;
  const body = isSwagger
    ? { parameters: [{ name: 'body', in: 'body', required: true, schema }] }
    : { requestBody: { required: true, content: { 'application/json': { schema } } } };
  const responses = { '200': { description: '' } };
  return { ...rest, paths: { '/it': { put: { operationId: 'putIt', ...body, responses } } } };
}

function answerOf(document: Raw): { readonly schema: unknown; readonly rest: Raw } {
  const { paths, ...rest } = document as { paths: { '/it': { get: { responses: { '200': Raw } } } } };
  const answer = paths['/it'].get.responses['200'];
  const content = answer['content'] as { 'application/json': { schema: unknown } } | undefined;
  return { schema: content?.['application/json'].schema ?? answer['schema'], rest };
}

describe('each request and each answer that is made is one that its document allows', () => {
  it.each([
    ['petstore.yaml', true],
    ['shapes.yaml', false],
    ['library.yaml', false],
    ['lists.yaml', false],
    ['media-types.yaml', false],
    ['heirs.yaml', false],
    ['orders.yaml', false],
  ])('%s', (name, isExcused) => {
    const file = join(name === 'orders.yaml' ? ORDERS : FIXTURES, name);
    const document = parse(readFileSync(file, 'utf8')) as Raw;
    const judged = judgedRequests(document, defineContract(sourceOfDocument(readDocument(file))));
    expect(judged.disagreements).toEqual([]);
    expect(judged.excused > 0).toBe(isExcused);
    expect(judged.answers).toBeGreaterThan(0);
  });

  it.each([
    ['OpenAPI 3', everyForm],
    ['Swagger 2.0', forSwagger],
  ])('with each form of a parameter and each kind of body: %s', (_, document) => {
    const contract = imported(document) as Contract;
    const { requests, disagreements, operations } = judgedRequests(document, contract);
    expect(disagreements).toEqual([]);
    expect(operations).toBe(Object.keys(document['paths'] as Raw).length);
    expect(requests).toBeGreaterThanOrEqual(operations);
  });

  it('in generated documents', () => {
    let judged = 0;
    const law = fc.property(documentArbitrary, (made) => {
      const document = sending(made);
      const contract = imported(document);
      if (contract === undefined) return;
      const { requests, disagreements } = judgedRequests(document, contract);
      judged += requests;
      expect(disagreements).toEqual([]);
    });
    fc.assert(law, { seed: SEED, numRuns: DOCUMENTS });
    expect(judged).toBeGreaterThan(DOCUMENTS / 4);
  });
});

/** A contract whose operations that replace or change what they answer with say so, so that they are explored. */
function updating(file: string): Contract {
  const source = sourceOfDocument(readDocument(file));
  const operations = Object.entries(source.operations).map(([id, operation]) => [
    id,
    ['PUT', 'PATCH'].includes(operation.method) ? { ...operation, update: {} } : operation,
  ]);
  return defineContract({ ...source, operations: Object.fromEntries(operations) });
}

describe('each request of an exploration is allowed, or departs in the one place that it is refused for', () => {
  it.each([
    [join(FIXTURES, 'library.yaml'), 20],
    [join(ORDERS, 'orders.yaml'), 20],
  ])('%s', async (file, count) => {
    const document = parse(readFileSync(file, 'utf8')) as Raw;
    const { accepted, refused, disagreements } = await judgedExploration(document, updating(file), count);
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThanOrEqual(count);
    expect(refused).toBeGreaterThan(count);
  });
});

describe('a document that allows less than what was made', () => {
  const file = join(ORDERS, 'orders.yaml');
  const narrow = readFileSync(file, 'utf8').replaceAll('minLength: 1, maxLength: 40', 'minLength: 1, maxLength: 2');

  it('is told of an answer and of a request', () => {
    const { disagreements } = judgedRequests(
      parse(narrow) as Raw,
      defineContract(sourceOfDocument(readDocument(file))),
    );
    expect(disagreements.some((line) => /^getOrder 200 .*the answer .* is not allowed$/.test(line))).toBe(true);
    expect(disagreements.some((line) => /^updateOrder 200 .*: body .* is not allowed$/.test(line))).toBe(true);
  });

  it('is told of a request of an exploration', async () => {
    const { disagreements } = await judgedExploration(parse(narrow) as Raw, updating(file), 4);
    expect(disagreements.some((line) => line.startsWith('updateOrder: accepted, and not allowed: body'))).toBe(true);
  });
});

describe('the judge of requests', () => {
  const contract = imported(everyForm) as Contract;
  const interactions = pactInteractions(contract);

  function departures(operation: string, change: (request: HttpRequest) => HttpRequest) {
    const found = contract.operations.find(({ id }) => id === operation);
    const { pointer, base } = placeOf(everyForm, found as never) as { pointer: string; base: string };
    const made = interactions.find((one) => one.operation === operation && one.response.status < 300);
    const request = httpRequest(made as never);
    return new RequestJudge(everyForm).departures(pointer, base, change(request)).map(({ place }) => place);
  }

  it.each<[string, string, (request: HttpRequest) => HttpRequest, string]>([
    ['a parameter that is missing', 'formObject', (one) => ({ ...one, query: [] }), 'query p'],
    ['a parameter in another form', 'deepObject', (one) => ({ ...one, query: [['p', 'n,3']] }), 'query p'],
    ['a name that is no parameter', 'formObject', (one) => ({ ...one, query: [...one.query, ['x', '1']] }), 'query x'],
    ['a path that its schema refuses', 'pathUuid', (one) => ({ ...one, path: '/api/uuid/alpha' }), 'path id'],
    ['a header that is missing', 'headerList', (one) => ({ ...one, headers: {} }), 'header X-P'],
    ['a readOnly member', 'readOnly', (one) => ({ ...one, body: '{"id":"a","text":"t"}' }), 'body'],
    ['a body that two branches fit', 'overlap', (one) => ({ ...one, body: '{"a":"x","b":"y"}' }), 'body'],
    ['no members where one is demanded', 'minProperties', (one) => ({ ...one, body: '{}' }), 'body'],
    ['items twice', 'uniqueItems', (one) => ({ ...one, body: '{"tags":["a","a"]}' }), 'body'],
    ['no multiple', 'multipleOf', (one) => ({ ...one, body: '{"n":42}' }), 'body'],
    ['an integer beyond its format', 'int32', (one) => ({ ...one, body: '{"n":-2147483649}' }), 'body'],
    ['another media type', 'overlap', (one) => ({ ...one, headers: { 'content-type': 'text/plain' } }), 'body'],
    ['no credentials', 'secured', (one) => ({ ...one, headers: {} }), 'security'],
  ])('tells %s', (_, operation, change, place) => {
    expect(departures(operation, (one) => one)).toEqual([]);
    expect(departures(operation, change)).toContain(place);
  });
});
