import { join } from 'node:path';
import { defineContract, printSchema } from '../../../../src/contract';
import { readDocument, sourceOfDocument } from '../../../../src/importers';
import { runCli } from '../../../support/run-cli';

const FILE = join(__dirname, 'fixtures/petstore.yaml');

const contractOf = (operation: string) => defineContract(sourceOfDocument(readDocument(FILE, operation)));
const operationOf = (id: string) => contractOf(id).operations[0];

describe('an operation of an OpenAPI document', () => {
  it('has its method, its whole path, its parameters and its security', () => {
    expect(operationOf('getOwner')).toMatchObject({
      method: 'GET',
      path: '/v2/owners/{owner}',
      security: { scheme: 'bearer' },
      parameters: [
        { name: 'owner', in: 'path', required: true, schema: { kind: 'reference', name: 'Slug' } },
        { name: 'owner', in: 'query', required: false, schema: { kind: 'boolean' } },
        { name: 'session', in: 'cookie', required: false, schema: { kind: 'string' } },
      ],
    });
    expect(operationOf('getPetById')?.security).toEqual({ scheme: 'apiKey', in: 'header', name: 'X-Api-Key' });
    expect(operationOf('DELETE /pets/{petId}')).toMatchObject({
      id: 'deletePetsByPetId',
      security: { scheme: 'none' },
    });
    expect(operationOf('listPets')?.parameters.map(({ name }) => name)).toEqual(['X-Trace', 'limit', 'tags']);
  });

  it('has its request, its responses by status and media type, and their headers', () => {
    expect(operationOf('addPet')).toMatchObject({
      request: { mediaType: 'application/json', required: true, schema: { kind: 'reference', name: 'NewPet' } },
      responses: [
        { status: '201', schema: { kind: 'reference', name: 'Pet', examples: [{ id: 7 }, { id: 'seven' }] } },
        { status: '4XX', mediaType: 'application/problem+json', schema: { name: 'Problem' } },
      ],
    });
    expect(operationOf('listPets')?.responses[0]?.headers).toMatchObject([
      { name: 'X-Total', required: true, schema: { kind: 'integer' } },
      { name: 'X-Next', required: false, schema: { kind: 'string', format: 'uri' } },
    ]);
  });

  it('brings the models that it needs, and no others', () => {
    expect(Object.keys(contractOf('getPartlyOdd').definitions)).toEqual(['Tag']);
    const { definitions } = contractOf('getPetById');
    expect(Object.keys(definitions)).toEqual(['Pet', 'NewPet', 'Owner', 'Tag', 'Cat', 'Dog', 'Slug']);
    expect(printSchema(definitions['Pet'] as never)).toMatchObject({
      required: ['name', 'id'],
      properties: {
        parent: { $ref: '#/$defs/Pet' },
        owner: { anyOf: [{ $ref: '#/$defs/Owner' }, { type: 'null' }] },
        weight: { exclusiveMinimum: 0, multipleOf: 0.5 },
        kind: { anyOf: [{ oneOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }] }, { type: 'null' }] },
        id: { readOnly: true, examples: [12] },
      },
    });
  });

  it('that says what a contract cannot is refused by its place, where it makes a difference', () => {
    expect(() => readDocument(FILE, 'getOdd')).toThrow('not (a schema that is not to hold) is not supported');
    expect(readDocument(FILE, 'getPartlyOdd').reports[0]?.warnings).toEqual([
      {
        where: 'petstore.yaml#/paths/~1partly-odd/get/responses/400/content/application~1json/schema/not',
        message:
          'not (a schema that is not to hold) is not supported: in the response 400 of getPartlyOdd, what holds it is judged by the rest',
      },
    ]);
  });

  it('that is not there is told from those that are', () => {
    expect(() => readDocument(FILE, 'getPet')).toThrow('the document has no operation getPet');
  });
});

it('a whole document is all its operations, but those that cannot be used', () => {
  const { name, provider, operations, reports } = readDocument(FILE);
  expect({ name, provider }).toEqual({ name: 'petstore', provider: 'petstore' });
  expect(Object.keys(operations)).toEqual([
    ...['listPets', 'addPet', 'getPetById', 'deletePetsByPetId', 'getPhoto', 'getOwner', 'getPartlyOdd'],
  ]);
  expect(reports[0]?.warnings.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'it is nullable, and its enum does not list null: null is not allowed',
      'a body of image/png is not judged: it is not JSON',
      expect.stringContaining('getOdd is left out'),
    ]),
  );
});

describe('a document with an operation is a contract reference', () => {
  it('of the commands that take one', async () => {
    const printed = await runCli(['contract', `${FILE}#addPet`, '--quiet']);
    expect(JSON.parse(printed.output)).toMatchObject({ name: 'add-pet', provider: 'petstore' });
    const cases = await runCli(['cases', `${FILE}#listPets`, '--verdict', 'reject', '--count', '3']);
    expect(cases.output.split('\n').filter((line) => line.startsWith('{'))).toHaveLength(3);
  });

  it('or is refused with its place and the way out', async () => {
    const refused = await runCli(['cases', `${FILE}#getOdd`]);
    expect(refused).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('properties/a/not') } });
  });
});
