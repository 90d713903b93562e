import { type JsonSchema, Normaliser, normalise, printSchema } from '../../../src/contract';

const models: Record<string, JsonSchema> = {
  Base: {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string' }, child: { $ref: '#/$defs/Base' } },
  },
  Derived: {
    allOf: [{ $ref: '#/$defs/Base' }, { properties: { child: { $ref: '#/$defs/Derived' }, n: { type: 'integer' } } }],
  },
  Closed: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
  Left: { type: 'object', properties: { next: { $ref: '#/$defs/Left' }, l: { type: 'string' } } },
  Right: { type: 'object', properties: { next: { $ref: '#/$defs/Right' }, r: { type: 'string' } } },
};

/** A schema after normalising, in the words of JSON Schema. */
const merged = (json: JsonSchema): JsonSchema => printSchema(normalise(json, '', models));

describe('what holds together is merged', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    [
      'limits: the tighter ones hold',
      {
        allOf: [
          { type: 'integer', minimum: 1, maximum: 9 },
          { minimum: 3, exclusiveMaximum: 8 },
        ],
      },
      { type: 'integer', minimum: 3, maximum: 9, exclusiveMaximum: 8 },
    ],
    [
      'multiples: the least common one',
      { allOf: [{ type: 'number', multipleOf: 0.4 }, { multipleOf: 0.6 }] },
      { type: 'number', multipleOf: 1.2 },
    ],
    ['a number that is an integer', { allOf: [{ type: 'number' }, { type: 'integer' }] }, { type: 'integer' }],
    [
      'patterns: each must be found',
      { allOf: [{ type: 'string', pattern: '^a' }, { pattern: 'z$' }] },
      { type: 'string', pattern: '^(?=[\\s\\S]*(?:^a))(?=[\\s\\S]*(?:z$))' },
    ],
    [
      'enums, and limits of their values',
      { allOf: [{ enum: ['a', 'bb', 'c', null] }, { enum: ['bb', 'c', 'd', null] }], type: 'string', maxLength: 1 },
      { enum: ['c'] },
    ],
    [
      'members and what others demand of them',
      {
        allOf: [
          { type: 'object', properties: { a: { maxLength: 5 } }, additionalProperties: { type: 'string' } },
          { type: 'object', properties: { b: { minLength: 1 } }, required: ['b', 'c'] },
        ],
      },
      {
        type: 'object',
        properties: {
          a: { maxLength: 5 },
          b: { type: 'string', minLength: 1 },
          c: { type: 'string' },
        },
        required: ['b', 'c'],
        additionalProperties: { type: 'string' },
      },
    ],
    [
      'members where one part allows no others',
      { allOf: [{ $ref: '#/$defs/Closed' }, { properties: { a: { minLength: 2 }, b: { type: 'string' } } }] },
      { type: 'object', properties: { a: { type: 'string', minLength: 2 } }, additionalProperties: false },
    ],
    [
      'required members that cannot be: nothing fits',
      { allOf: [{ $ref: '#/$defs/Closed' }, { required: ['b'] }] },
      { allOf: [false] },
    ],
    [
      'what stands beside alternatives holds in each; one that cannot be falls out',
      {
        type: 'object',
        required: ['k'],
        oneOf: [{ properties: { k: { const: 1 } } }, { type: 'string' }, { $ref: '#/$defs/Closed' }],
      },
      { type: 'object', properties: { k: { enum: [1] } }, required: ['k'] },
    ],
    [
      'several types',
      { type: ['string', 'null'], maxLength: 3, description: 'either' },
      { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }], description: 'either' },
    ],
    ['no type: the type it speaks of is left open', { minLength: 2 }, { minLength: 2 }],
    [
      'no type, and speaking of two: every type',
      { minLength: 2, minimum: 1 },
      {
        anyOf: [
          { type: 'object', additionalProperties: {} },
          { type: 'array', items: {} },
          { type: 'string', minLength: 2 },
          { type: 'number', minimum: 1 },
          { type: 'boolean' },
          { type: 'null' },
        ],
      },
    ],
    [
      'a reference with prose',
      { $ref: '#/$defs/Base', description: 'the base' },
      { $ref: '#/$defs/Base', description: 'the base' },
    ],
    [
      'a reference in allOf alone',
      { allOf: [{ $ref: '#/$defs/Base' }], description: 'x' },
      { $ref: '#/$defs/Base', description: 'x' },
    ],
    [
      'two models of which one has all of the other',
      { allOf: [{ $ref: '#/$defs/Base' }, { $ref: '#/$defs/Derived' }] },
      { $ref: '#/$defs/Derived' },
    ],
    [
      'a member that may not be',
      { type: 'object', properties: { a: false } },
      { type: 'object', properties: { a: { allOf: [false] } } },
    ],
    ['items that may not be', { type: 'array', items: false }, { type: 'array', items: {}, maxItems: 0 }],
  ])('%s', (_what, json, expected) => {
    expect(merged(json)).toEqual(expected);
  });

  it('with a reference into itself as a definition of its own', () => {
    const both = { ...models, Both: { allOf: [{ $ref: '#/$defs/Left' }, { $ref: '#/$defs/Right' }] } };
    const definitions = new Normaliser(both).definitions();
    expect(printSchema(definitions['Both'] as never)).toEqual({
      type: 'object',
      properties: { next: { $ref: '#/$defs/Both' }, l: { type: 'string' }, r: { type: 'string' } },
    });
    const normaliser = new Normaliser(models);
    const inline = normaliser.schema({ allOf: [{ $ref: '#/$defs/Left' }, { $ref: '#/$defs/Right' }] }, '');
    expect(printSchema(inline)).toEqual({ $ref: '#/$defs/Merged1' });
    expect(printSchema(normaliser.definitions()['Merged1'] as never)).toMatchObject({
      properties: { next: { $ref: '#/$defs/Merged1' } },
    });
  });

  it('and printing and reading again changes nothing', () => {
    const definitions = new Normaliser(models).definitions();
    const printed = Object.fromEntries(
      Object.entries(definitions).map(([name, schema]) => [name, printSchema(schema)]),
    );
    expect(new Normaliser(printed).definitions()).toEqual(definitions);
  });
});

describe('what cannot be merged is refused', () => {
  it.each<[string, JsonSchema, Record<string, JsonSchema>]>([
    ['that is both date and email', { type: 'string', allOf: [{ format: 'date' }, { format: 'email' }] }, {}],
    [
      'the model A only refers to itself',
      { $ref: '#/$defs/A', minLength: 1 },
      { A: { allOf: [{ $ref: '#/$defs/A' }] } },
    ],
    ['the model B is not defined', { $ref: '#/$defs/B', minLength: 1 }, {}],
  ])('%s', (message, json, named) => {
    expect(() => normalise(json, '', named)).toThrow(message);
  });

  it('where alternatives multiply beyond measure', () => {
    const branch = (n: number): JsonSchema => ({
      anyOf: [0, 1, 2, 3].map((value) => ({ properties: { [`p${n}`]: { const: value } } })),
    });
    const json = { allOf: Array.from({ length: 12 }, (_, n) => branch(n)) };
    expect(() => normalise(json)).toThrow('combinations of alternatives');
  });

  it('where it is nested beyond measure', () => {
    let json: JsonSchema = { type: 'string' };
    for (let depth = 0; depth < 300; depth += 1) json = { type: 'array', items: json };
    expect(() => normalise(json)).toThrow('nested more than 200 levels');
  });
});
