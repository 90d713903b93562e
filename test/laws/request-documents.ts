type Json = Record<string, unknown>;

const responses = { '200': { description: 'done' }, '400': { description: 'refused' } };
const object = {
  type: 'object',
  required: ['n', 'o'],
  properties: { n: { type: 'string', enum: ['v'] }, o: { type: 'integer', enum: [3] } },
};
const list = { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, minItems: 2, uniqueItems: true };

const get = (operationId: string, parameters: readonly Json[], more: Json = {}): Json => ({
  get: { operationId, parameters, responses, ...more },
});
const query = (said: Json): Json => ({ name: 'p', in: 'query', required: true, ...said });
const path = (said: Json): Json => ({ name: 'id', in: 'path', required: true, ...said });
const put = (operationId: string, schema: Json): Json => ({
  put: { operationId, requestBody: { required: true, content: { 'application/json': { schema } } }, responses },
});
const members = (properties: Json, more: Json = {}): Json => ({ type: 'object', properties, ...more });
const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } });

/** A document of OpenAPI 3 with each form of a parameter on the wire, and bodies that are easily made wrong. */
export const everyForm: Json = {
  openapi: '3.0.3',
  info: { title: 'Forms', version: '1' },
  servers: [{ url: 'https://example.com/api' }],
  paths: {
    '/form-object': get('formObject', [query({ schema: object, explode: false })]),
    '/form-exploded': get('formExploded', [query({ schema: object })]),
    '/form-list': get('formList', [query({ schema: list })]),
    '/form-commas': get('formCommas', [query({ schema: list, explode: false })]),
    '/spaces': get('spaces', [query({ schema: list, style: 'spaceDelimited', explode: false })]),
    '/pipes': get('pipes', [query({ schema: list, style: 'pipeDelimited', explode: false })]),
    '/deep': get('deepObject', [query({ schema: object, style: 'deepObject', explode: true })]),
    '/content': get('content', [query({ ...json(object) })]),
    '/simple/{id}': get('simple', [path({ schema: { type: 'string', enum: ['a b/c'] } })]),
    '/simple-list/{id}': get('simpleList', [path({ schema: list })]),
    '/label/{id}': get('label', [path({ schema: list, style: 'label', explode: true })]),
    '/label-object/{id}': get('labelObject', [path({ schema: object, style: 'label' })]),
    '/matrix/{id}': get('matrix', [path({ schema: list, style: 'matrix', explode: true })]),
    '/matrix-object/{id}': get('matrixObject', [path({ schema: object, style: 'matrix' })]),
    '/uuid/{id}': get('pathUuid', [path({ schema: { type: 'string', format: 'uuid' } })]),
    '/header': get('headerList', [{ name: 'X-P', in: 'header', required: true, schema: list }]),
    '/cookie': get('cookie', [{ name: 'c', in: 'cookie', required: true, schema: { type: 'integer', minimum: 7 } }]),
    '/optional': get('optional', [
      { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 5, maximum: 50 } },
      { name: 'kind', in: 'query', schema: { type: 'string', enum: ['a', 'b'] } },
      { name: 'deep', in: 'query', style: 'deepObject', schema: object },
      { name: 'isOpen', in: 'query', schema: { type: 'boolean' } },
      { name: 'empty', in: 'query', schema: members({}, { additionalProperties: false }) },
    ]),
    '/secured': get('secured', [], { security: [{ key: [], session: [] }, { token: [] }] }),
    '/read-only': put(
      'readOnly',
      members({ id: { type: 'string', readOnly: true }, text: { type: 'string' } }, { required: ['id', 'text'] }),
    ),
    '/nested': put('nested', members({ owner: { $ref: '#/components/schemas/Owner' } }, { required: ['owner'] })),
    '/overlap': put('overlap', {
      oneOf: [
        members({ a: { type: 'string' } }, { required: ['a'] }),
        members({ b: { type: 'string' } }, { required: ['b'] }),
      ],
    }),
    '/numbers': put(
      'numbers',
      members({ v: { oneOf: [{ type: 'integer' }, { type: 'number' }] } }, { required: ['v'] }),
    ),
    '/min': put(
      'minProperties',
      members(
        { name: { type: 'string' }, note: { type: 'string' } },
        { minProperties: 1, additionalProperties: false },
      ),
    ),
    '/min-within': put(
      'minWithin',
      members(
        { labels: { type: 'object', minProperties: 2, additionalProperties: { type: 'string' } } },
        { required: ['labels'] },
      ),
    ),
    '/unique': put(
      'uniqueItems',
      members(
        { tags: { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'string' } } },
        { required: ['tags'] },
      ),
    ),
    '/multiple': put('multipleOf', members({ n: { type: 'integer', multipleOf: 5 } }, { required: ['n'] })),
    '/int32': put(
      'int32',
      members({ n: { type: 'integer', format: 'int32', maximum: -2147483640 } }, { required: ['n'] }),
    ),
    '/closed': put(
      'closed',
      members(
        { id: { type: 'integer', readOnly: true }, name: { type: 'string' } },
        { required: ['id', 'name'], additionalProperties: false },
      ),
    ),
  },
  components: {
    schemas: {
      Own: { type: 'string', readOnly: true },
      Owner: members(
        { id: { allOf: [{ $ref: '#/components/schemas/Own' }] }, name: { type: 'string' } },
        { required: ['id', 'name'] },
      ),
    },
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      session: { type: 'apiKey', in: 'cookie', name: 'session' },
      token: { type: 'http', scheme: 'bearer' },
    },
  },
};

const items = { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, minItems: 2 };

/** A document of Swagger 2.0 with each collectionFormat, and a body. */
export const forSwagger: Json = {
  swagger: '2.0',
  info: { title: 'Forms', version: '1' },
  basePath: '/v2',
  consumes: ['application/json'],
  paths: {
    '/csv': get('csv', [query(items)]),
    '/ssv': get('ssv', [query({ ...items, collectionFormat: 'ssv' })]),
    '/tsv': get('tsv', [query({ ...items, collectionFormat: 'tsv' })]),
    '/pipes': get('pipes', [query({ ...items, collectionFormat: 'pipes' })]),
    '/multi': get('multi', [query({ ...items, collectionFormat: 'multi' })]),
    '/list/{id}': get('list', [path(items)]),
    '/body': {
      put: {
        operationId: 'body',
        parameters: [
          {
            name: 'b',
            in: 'body',
            required: true,
            schema: members({ n: { type: 'integer', minimum: 3 } }, { required: ['n'] }),
          },
        ],
        responses,
      },
    },
  },
};
