/** A schema with a keyword, and values that it allows and refuses because of the keyword. */
export interface KeywordCase {
  readonly schema: Record<string, unknown>;
  readonly fits: readonly unknown[];
  readonly breaks: readonly unknown[];
  /** `3.1.0` where it is not given. */
  readonly openapi?: '3.0.3' | '3.1.0';
  /** Of the places where generated cases must refuse something: the body's own where it is not given. */
  readonly at?: string;
  /** The keyword only opens what others close: no generated case is refused for it. */
  readonly isOpening?: true;
}

const string = { type: 'string' };
const members = (properties: object, rest: object = {}) => ({ type: 'object', properties, ...rest });

/** Every keyword that is said to be judged, with cases both ways. `#/components/schemas/Text` is a string from `a` to `z`. */
export const KEYWORD_CASES: Readonly<Record<string, readonly KeywordCase[]>> = {
  $ref: [
    { schema: { $ref: '#/components/schemas/Text' }, fits: ['ab'], breaks: ['1', 1] },
    { schema: { $ref: '#/components/schemas/Text', maxLength: 2 }, fits: ['ab'], breaks: ['abc', '1'] },
    {
      schema: { $ref: '#/components/schemas/Tree' },
      fits: [{ value: 1 }, { value: 1, children: [{ value: 2, children: [] }] }],
      breaks: [{ value: 1, children: [{ value: 'x' }] }, { children: [] }],
    },
  ],
  type: [
    { schema: string, fits: ['', 'a'], breaks: [1, null, [], {}] },
    { schema: { type: 'integer' }, fits: [1, -1, 1.0], breaks: [1.5, '1', null] },
    { schema: { type: ['string', 'null'] }, fits: ['a', null], breaks: [1, false] },
    { schema: { type: 'null' }, fits: [null], breaks: [0, ''] },
  ],
  enum: [{ schema: { enum: ['a', 1, null] }, fits: ['a', 1, null], breaks: ['b', '1', 0] }],
  const: [{ schema: { const: 'a' }, fits: ['a'], breaks: ['b', null] }],
  nullable: [
    { openapi: '3.0.3', schema: { type: 'string', nullable: true }, fits: ['a', null], breaks: [1] },
    {
      openapi: '3.0.3',
      schema: { nullable: true, allOf: [{ $ref: '#/components/schemas/Text' }] },
      fits: ['a', null],
      breaks: [1, '1'],
    },
  ],
  'x-nullable': [{ openapi: '3.0.3', schema: { type: 'integer', 'x-nullable': true }, fits: [1, null], breaks: ['1'] }],
  minLength: [{ schema: { ...string, minLength: 2 }, fits: ['ab', '😀😀'], breaks: ['a', '😀'] }],
  maxLength: [{ schema: { ...string, maxLength: 2 }, fits: ['ab', '😀😀'], breaks: ['abc'] }],
  pattern: [{ schema: { ...string, pattern: '^[a-z]+-\\d$' }, fits: ['a-1'], breaks: ['a1', 'A-1'] }],
  format: [
    { schema: { ...string, format: 'date' }, fits: ['2024-02-29'], breaks: ['2023-02-29', 'x'] },
    { schema: { type: 'integer', format: 'int32' }, fits: [2147483647], breaks: [2147483648] },
    { schema: { type: 'number', format: 'int32' }, fits: [-5], breaks: [2147483648, 0.5] },
    { schema: { ...string, format: 'phone' }, fits: ['x', ''], breaks: [1] },
  ],
  minimum: [{ schema: { type: 'number', minimum: 1.5 }, fits: [1.5, 2], breaks: [1.4] }],
  maximum: [{ schema: { type: 'integer', maximum: 7 }, fits: [7], breaks: [8] }],
  multipleOf: [{ schema: { type: 'number', multipleOf: 0.5 }, fits: [1.5, -2], breaks: [1.25] }],
  exclusiveMinimum: [
    { schema: { type: 'number', exclusiveMinimum: 1 }, fits: [1.1], breaks: [1] },
    { openapi: '3.0.3', schema: { type: 'number', minimum: 1, exclusiveMinimum: true }, fits: [1.1], breaks: [1] },
    { openapi: '3.0.3', schema: { type: 'number', minimum: 1, exclusiveMinimum: false }, fits: [1], breaks: [0] },
  ],
  exclusiveMaximum: [{ schema: { type: 'integer', exclusiveMaximum: 5 }, fits: [4], breaks: [5] }],
  items: [{ schema: { type: 'array', items: string }, fits: [[], ['a']], breaks: [[1], ['a', null]], at: '/0' }],
  prefixItems: [
    {
      schema: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2, maxItems: 2 },
      fits: [[1, 2.5]],
      breaks: [[], [1], [1, 2, 3], ['1', 2]],
    },
    {
      schema: { type: 'array', prefixItems: [string, { ...string, description: 'The last.' }], items: false },
      fits: [[], [''], ['', '']],
      breaks: [['', '', ''], [1]],
    },
    { schema: { type: 'array', prefixItems: [string], items: string }, fits: [['', '', '']], breaks: [['', 1]] },
  ],
  minItems: [{ schema: { type: 'array', items: string, minItems: 2 }, fits: [['a', 'a']], breaks: [['a'], []] }],
  maxItems: [{ schema: { type: 'array', items: string, maxItems: 1 }, fits: [[], ['a']], breaks: [['a', 'b']] }],
  uniqueItems: [
    {
      schema: { type: 'array', items: {}, uniqueItems: true },
      fits: [
        [1, '1'],
        [{ a: 1 }, { a: 2 }],
      ],
      breaks: [
        [1, 1.0],
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      ],
    },
  ],
  properties: [{ schema: members({ a: string }), fits: [{}, { a: '' }, { b: 1 }], breaks: [{ a: 1 }], at: '/a' }],
  required: [
    {
      schema: members({ a: string }, { required: ['a', 'b'] }),
      fits: [{ a: '', b: 1 }],
      breaks: [{ a: '' }, { b: 1 }],
      at: '/b',
    },
  ],
  additionalProperties: [
    { schema: members({ a: string }, { additionalProperties: false }), fits: [{}, { a: '' }], breaks: [{ b: '' }] },
    {
      schema: members({ a: string }, { additionalProperties: string }),
      fits: [{ b: '' }],
      breaks: [{ b: 1 }],
      isOpening: true,
    },
    {
      schema: { type: 'object', additionalProperties: { type: 'integer' } },
      fits: [{ b: 1 }],
      breaks: [{ b: '' }],
      at: '/alpha',
    },
    { schema: members({ a: string }, { additionalProperties: true }), fits: [{ b: 1 }], breaks: [{ a: 1 }], at: '/a' },
  ],
  propertyNames: [
    {
      schema: { type: 'object', propertyNames: { pattern: '^[a-z]{2,8}$' }, additionalProperties: string },
      fits: [{ ab: '' }],
      breaks: [{ A: '' }],
    },
  ],
  unevaluatedProperties: [
    {
      schema: { allOf: [members({ a: string })], properties: { b: string }, unevaluatedProperties: false },
      fits: [{}, { a: '', b: '' }],
      breaks: [{ a: 1 }, { c: '' }],
    },
    {
      schema: { $ref: '#/components/schemas/Tree', type: 'object', unevaluatedProperties: { type: 'string' } },
      fits: [{ value: 1, c: '' }],
      breaks: [{ value: 1, c: 1 }],
      at: '/value',
    },
    {
      schema: members({ a: string }, { additionalProperties: true, unevaluatedProperties: false }),
      fits: [{ b: 1 }],
      breaks: [{ a: 1 }],
      at: '/a',
    },
    {
      schema: members(
        { a: string },
        { anyOf: [members({ b: string }), members({ c: { type: 'integer' } })], unevaluatedProperties: false },
      ),
      fits: [{}, { b: '' }, { a: '', c: 1 }, { b: '', c: 1 }],
      breaks: [{ d: 1 }, { b: '', c: '' }, { b: 1 }],
    },
  ],
  dependentRequired: [
    {
      schema: members({ a: string, b: string }, { dependentRequired: { a: ['b', 'c'], d: [] } }),
      fits: [{}, { b: '' }, { a: '', b: '', c: null }, { d: 1 }],
      breaks: [{ a: '' }, { a: '', b: '' }],
    },
    { schema: { dependentRequired: { a: ['b'] } }, fits: [1, 'a', { b: 1 }], breaks: [{ a: 1 }], isOpening: true },
  ],
  dependentSchemas: [
    {
      schema: members({ a: string, b: {} }, { dependentSchemas: { a: { properties: { b: { type: 'integer' } } } } }),
      fits: [{ b: '' }, { a: '', b: 1 }, { a: '' }],
      breaks: [{ a: '', b: '' }],
    },
    { schema: members({ a: string }, { dependentSchemas: { a: false } }), fits: [{}], breaks: [{ a: '' }] },
  ],
  minProperties: [{ schema: { type: 'object', minProperties: 2 }, fits: [{ a: 1, b: 2 }], breaks: [{ a: 1 }] }],
  maxProperties: [{ schema: { type: 'object', maxProperties: 1 }, fits: [{}, { a: 1 }], breaks: [{ a: 1, b: 2 }] }],
  allOf: [
    { schema: { allOf: [{ $ref: '#/components/schemas/Text' }, { minLength: 2 }] }, fits: ['ab'], breaks: ['a', '12'] },
    {
      schema: {
        allOf: [members({ a: string }, { required: ['a'] }), members({ b: { type: 'integer' } })],
        properties: { a: {}, c: {} },
        additionalProperties: { type: 'number' },
      },
      fits: [{ a: '', b: 1, d: 1.5 }],
      breaks: [{ a: '', b: 1.5 }, { a: 1 }, {}, { a: '', d: '' }],
      at: '/a',
    },
    {
      schema: {
        allOf: [members({ a: string, b: string }, { additionalProperties: false }), members({ b: { maxLength: 1 } })],
      },
      fits: [{ a: 'x', b: 'y' }],
      breaks: [{ b: 'yy' }, { c: '' }],
    },
  ],
  oneOf: [
    {
      schema: {
        oneOf: [
          { type: 'integer', minimum: 0 },
          { type: 'number', maximum: 5 },
        ],
      },
      fits: [-1, 6, 0.5],
      breaks: [1, 6.5],
    },
    {
      schema: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
        discriminator: { propertyName: 'type' },
      },
      fits: [{ type: 'cat' }, { type: 'dog', barks: true }],
      breaks: [{ type: 'fish' }, { type: 'dog', barks: 1 }, {}],
    },
  ],
  anyOf: [
    { schema: { anyOf: [string, { type: 'integer', maximum: 5 }] }, fits: ['a', 5], breaks: [6, null] },
    {
      schema: members({ a: string, b: string }, { anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
      fits: [{ a: '' }, { b: '' }, { a: '', b: '' }],
      breaks: [{}, { a: 1, b: '' }],
    },
  ],
  readOnly: [
    {
      schema: members({ a: { ...string, readOnly: true } }, { required: ['a'] }),
      fits: [{ a: '' }],
      breaks: [{}],
      at: '/a',
    },
  ],
  writeOnly: [
    {
      schema: members({ a: { ...string, writeOnly: true }, b: string }, { required: ['a', 'b'] }),
      fits: [{ b: '' }],
      breaks: [{ a: '' }],
      at: '/b',
    },
  ],
};
