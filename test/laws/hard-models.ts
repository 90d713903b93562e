import type { Model, Schema } from '../../src/contract';

const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  kind: 'object',
  additional: { kind: 'any' },
  properties: Object.entries(properties).map(([name, schema]) => ({ name, schema, required: required.includes(name) })),
});

/** Names that are data: as keys of JavaScript objects, in JSON text and in source text they are traps. */
const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  '"',
  "'",
  '`${process.exit(1)}`',
  '\\',
  '\\"',
  '\n',
  '\u2028',
  '\u2029',
  '\u0000',
  '*/ throw 1 /*',
  '",x:1,"',
  '',
  '0',
  '-1',
  '🦊',
];

const hostile: Schema = {
  kind: 'object',
  additional: { kind: 'integer', minimum: 0 },
  properties: HOSTILE_NAMES.map((name, index) => ({ name, required: index % 3 === 0, schema: { kind: 'boolean' } })),
};

const reference = (name: string): Schema => ({ kind: 'reference', name });

const pattern = (source: string, limits: { minLength?: number; maxLength?: number } = {}): Schema => ({
  kind: 'string',
  pattern: source,
  ...limits,
});

/** Schemas of each kind that are hard to draw from, by what is hard about them. */
export const HARD_MODELS: readonly (readonly [name: string, model: Model])[] = Object.entries<Schema>({
  'hostile names': hostile,
  'hostile values of an enum': { kind: 'enum', values: [...HOSTILE_NAMES, { __proto__: null, a: [1n] }] },
  'unique booleans': { kind: 'array', items: { kind: 'boolean' }, uniqueItems: true, minItems: 2, maxItems: 5 },
  'unique texts': { kind: 'array', items: { kind: 'string', maxLength: 2 }, uniqueItems: true, minItems: 3 },
  'many members at the least': {
    kind: 'object',
    additional: { kind: 'string' },
    minProperties: 4,
    properties: [
      { name: 'a', required: true, schema: { kind: 'null' } },
      { name: 'b', required: false, schema: { kind: 'integer' } },
    ],
  },
  'few members at the most': {
    kind: 'object',
    additional: false,
    minProperties: 1,
    maxProperties: 2,
    properties: ['a', 'b', 'c', 'd'].map((name) => ({ name, required: false, schema: { kind: 'integer' } })),
  },
  'keys of an enum': {
    kind: 'map',
    keys: { kind: 'enum', values: ['__proto__', 'b', 'c'] },
    values: { kind: 'boolean' },
    minProperties: 2,
  },
  'keys of a pattern': { kind: 'map', keys: { kind: 'string', pattern: '^x-[a-z]+$' }, values: { kind: 'any' } },
  'overlapping branches': {
    kind: 'union',
    mode: 'one',
    branches: [
      { kind: 'integer', multipleOf: 2, minimum: 0, maximum: 60 },
      { kind: 'integer', multipleOf: 3, minimum: 0, maximum: 60 },
    ],
  },
  'branches told apart by a member': {
    kind: 'union',
    mode: 'one',
    branches: [
      object({ type: { kind: 'enum', values: ['cat'] }, lives: { kind: 'integer', format: 'int32' } }, ['type']),
      object({ type: { kind: 'enum', values: ['dog'] }, name: { kind: 'string' } }, ['type', 'name']),
    ],
  },
  'multiples of a fraction': { kind: 'number', multipleOf: 0.01, minimum: -5, maximum: 5 },
  'whole multiples of a fraction': { kind: 'integer', multipleOf: 2.5, minimum: -100, maximum: 100 },
  'small range of large integers': { kind: 'integer', format: 'int64', minimum: 2 ** 60, maximum: 2 ** 60 + 4096 },
  'negative range': { kind: 'integer', maximum: -7 },
  'open range of numbers': { kind: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  'look-ahead': pattern('^(?=.*\\d)[a-z\\d]{2,12}$'),
  'look-behind': pattern('^[a-z]+(?<!x)$'),
  'word border': pattern('\\bword\\b'),
  'back-reference': { kind: 'string', pattern: '^(a|b)-\\1$', examples: ['a-a', 'b-b'] },
  'classes of Unicode': pattern('^\\p{Lu}\\p{Script=Greek}+$'),
  'only legal without the u flag': pattern('^[\\w\\-]+\\-x$'),
  'quotes and backslashes': pattern('^["\\\\\\n]{1,5}$'),
  'not anchored': pattern('[0-9]', { maxLength: 3 }),
  'much longer than usual': pattern('^[ab]+$', { minLength: 300, maxLength: 310 }),
  'choices and repetitions': pattern('^(?:ab|c{2,3}|[d-f]?){2}(?:-\\d{1,3})*$'),
  'astral characters': { kind: 'string', minLength: 3, maxLength: 3 },
  'format and pattern': { kind: 'string', format: 'date-time', pattern: 'Z$' },
  'format and length': { kind: 'string', format: 'email', maxLength: 20 },
  'a duration': { kind: 'string', format: 'duration' },
  tree: reference('Tree'),
  'mutual recursion': reference('Even'),
  'list by a union': reference('List'),
  'optional member without a value': object({ endless: reference('Endless'), fine: { kind: 'null' } }),
  anything: { kind: 'any' },
}).map(([name, schema]) => [name, { schema, definitions: definitions() }] as const);

function definitions(): Model['definitions'] {
  return {
    Tree: object({ value: { kind: 'integer' }, children: { kind: 'array', items: reference('Tree') } }, ['value']),
    Even: object({ odd: reference('Odd') }),
    Odd: object({ even: reference('Even') }, ['even']),
    List: {
      kind: 'union',
      mode: 'one',
      branches: [{ kind: 'null' }, object({ head: { kind: 'string' }, tail: reference('List') }, ['head', 'tail'])],
    },
    Endless: object({ again: reference('Endless') }, ['again']),
  };
}
