/** The size of the document that is read, as real ones of a large service are. */
export const OPERATIONS = 300;
const NODES_PER_MODEL = 12;

const reference = (model: number): object => ({ $ref: `#/components/schemas/Model${model % OPERATIONS}` });

/** A model of twelve nodes: texts of every kind, a list and a map of other models, and a way back to the first ones. */
const modelOf = (index: number): object => ({
  type: 'object',
  description: `The model of operation ${index}. ${'What it is for is told at length, as documents do. '.repeat(30)}`,
  required: ['id', 'state'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    state: { type: 'string', enum: ['draft', 'open', 'closed'] },
    name: { type: 'string', minLength: 1, maxLength: 80 },
    count: { type: 'integer', minimum: 0 },
    since: { type: 'string', format: 'date-time' },
    ratio: { type: 'number' },
    active: { type: 'boolean' },
    next: reference(index + 1),
    parts: { type: 'array', items: reference(index + 7) },
    byName: { type: 'object', additionalProperties: reference(index * 3 + 1) },
    origin: { anyOf: [reference(index * 5 + 2), { type: 'null' }] },
  },
});

const operationOf = (index: number): object => ({
  get: {
    operationId: `getModel${index}`,
    summary: `Reads model ${index}`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    responses: { '200': { description: 'It is there', content: { 'application/json': { schema: reference(index) } } } },
  },
});

const indexes = Array.from({ length: OPERATIONS }, (_, index) => index);

/** How many schemas the document has. */
export const NODES = OPERATIONS * NODES_PER_MODEL;

/** A document of 300 operations, about 1 MB, and 3,600 schemas that all lead to each other. */
export const largeDocument = (): object => ({
  openapi: '3.1.0',
  info: { title: 'Large', version: '1' },
  paths: Object.fromEntries(indexes.map((index) => [`/models${index}/{id}`, operationOf(index)])),
  components: { schemas: Object.fromEntries(indexes.map((index) => [`Model${index}`, modelOf(index)])) },
});
