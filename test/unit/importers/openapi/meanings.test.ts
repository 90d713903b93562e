import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, defineContract, successOf } from '../../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../../src/importers';
import { validatorFor } from '../../../../src/validator';
import { makeFolder } from '../../../support/folder';

type Json = Record<string, unknown>;

const folder = makeFolder({});
afterAll(() => folder.remove());

function read(document: Json, name = 'openapi.json'): { readonly contract: Contract; readonly warnings: string[] } {
  const file = join(folder.path, name);
  writeFileSync(file, typeof document['page'] === 'string' ? document['page'] : JSON.stringify(document));
  const found = readDocument(file);
  const warnings = found.reports.flatMap((report) => report.warnings.map(({ message }) => message));
  return { contract: defineContract(sourceOfDocument(found)), warnings };
}

function accepts(contract: Contract, value: Json): boolean {
  const operation = contract.operations[0] as Contract['operations'][number];
  const schema = successOf(operation)?.schema;
  return (
    schema !== undefined &&
    validatorFor(contract).accepts({ schema, definitions: contract.definitions }, value as never)
  );
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const shapes = (more: Json): Json => ({
  openapi: '3.0.3',
  info: { title: 'Shapes', version: '1' },
  paths: {
    '/shape': {
      get: {
        operationId: 'getShape',
        responses: { '200': { description: '', content: { 'application/json': { schema: ref('Shape') } } } },
      },
      ...more,
    },
  },
  components: {
    schemas: {
      Shape: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string' } },
        oneOf: [ref('Circle'), ref('Square')],
        discriminator: { propertyName: 'kind', mapping: { round: '#/components/schemas/Circle' } },
      },
      Circle: { allOf: [ref('Shape'), { type: 'object', required: ['r'], properties: { r: { type: 'number' } } }] },
      Square: { allOf: [ref('Shape'), { type: 'object', required: ['a'], properties: { a: { type: 'number' } } }] },
    },
  },
});

describe('a parent that lists the children that extend it', () => {
  const { contract, warnings } = read(shapes({}));

  it('is read without containing itself, and says so', () => {
    expect(warnings).toEqual([expect.stringContaining('Shape lists models that extend it')]);
  });

  it.each<[Json, boolean]>([
    [{ kind: 'round', r: 1 }, true],
    [{ kind: 'Square', a: 1 }, true],
    [{ kind: 'round', a: 1 }, false],
    [{ kind: 'Circle', r: 1 }, false],
    [{ r: 1 }, false],
  ])('judges by the child that its discriminator names: %j', (value, expected) => {
    expect(accepts(contract, value)).toBe(expected);
  });
});

it('methods that no contract has are named', () => {
  const { warnings } = read(shapes({ query: { operationId: 'findShape', responses: {} } }));
  expect(warnings).toContainEqual('query is not read: no operation is made of it');
});

it('an Overlay is told as one', () => {
  expect(() => read({ overlay: '1.0.0', info: {}, actions: [], openapi: null, swagger: null })).toThrow('Overlay');
});

describe('a page of C#', () => {
  const page = (title: string): string =>
    [
      `# ${title}`,
      '## Properties',
      '',
      'Name | Type | Description | Notes',
      '--- | --- | --- | ---',
      '**Total** | **decimal?** |  | ',
      '**Lines** | **List<int?>** |  | [optional] ',
      '',
    ].join('\n');

  it('says nothing of null by the mark of its value types, and what is not known is warned of', () => {
    const { contract, warnings } = read({ page: page('IO.Swagger.Model.Invoice') }, 'Invoice.md');
    expect(contract.definitions['Invoice']).toMatchObject({
      properties: [{ schema: { kind: 'number' } }, { schema: { items: { kind: 'integer' } } }],
    });
    expect(warnings).toContainEqual(expect.stringContaining('the ? of Total marks every value type'));
  });

  it('is told by its title: elsewhere the mark is null', () => {
    const { contract } = read({ page: page('Invoice') }, 'Invoice.md');
    expect(contract.definitions['Invoice']).toMatchObject({ properties: [{ schema: { kind: 'union' } }, {}] });
  });
});
