type Json = Record<string, unknown>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const text = { type: 'string', maxLength: 100 };
const due = { type: 'string', format: 'date', nullable: true };
const NewNote = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text, done: { type: 'boolean' }, due },
};

/** A collection that is created, listed by pages and filters, changed and deleted. */
export const notesDocument: Json = {
  openapi: '3.0.3',
  info: { title: 'Notes', version: '1' },
  paths: {
    '/notes': {
      post: {
        operationId: 'addNote',
        requestBody: { required: true, ...json(ref('NewNote')) },
        responses: {
          '201': {
            description: '',
            headers: { Location: { required: true, schema: { type: 'string' } } },
            ...json(ref('Note')),
          },
          '400': { description: '' },
          '404': { description: '' },
        },
      },
      get: {
        operationId: 'listNotes',
        parameters: [
          { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1 } },
          { name: 'size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
          { name: 'sort', in: 'query', schema: { type: 'string', enum: ['text', 'due'] } },
          { name: 'done', in: 'query', schema: { type: 'boolean' } },
          { name: 'search', in: 'query', schema: { type: 'string' } },
        ],
        responses: { '200': { description: '', ...json(ref('Page')) } },
      },
    },
    '/notes/{id}': {
      parameters: [id],
      delete: { operationId: 'deleteNote', responses: { '204': { description: '' }, '404': { description: '' } } },
    },
  },
  components: {
    schemas: {
      NewNote,
      Note: {
        type: 'object',
        required: ['id', 'text', 'made'],
        properties: {
          id: { type: 'string', format: 'uuid', readOnly: true },
          made: { type: 'string', format: 'date-time', readOnly: true },
          seen: { type: 'integer', readOnly: true },
          ...NewNote.properties,
        },
      },
      Page: {
        type: 'object',
        required: ['items', 'total', 'page'],
        properties: {
          items: { type: 'array', items: ref('Note') },
          total: { type: 'integer', minimum: 0 },
          page: { type: 'integer', minimum: 1 },
        },
      },
    },
  },
};
