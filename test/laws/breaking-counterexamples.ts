import type { Model, ObjectSchema, Property, Schema } from '../../src/contract';

const NULL: Schema = { kind: 'null' };
const NEVER: Schema = { kind: 'enum', values: [] };
const ANY: Schema = { kind: 'any' };

const object = (additional: Schema | false, ...properties: readonly Property[]): ObjectSchema => ({
  kind: 'object',
  properties,
  additional,
});
const member = (name: string, schema: Schema, required = false): Property => ({ name, required, schema });
const union =
  (mode: 'any' | 'one') =>
  (...branches: readonly Schema[]): Schema => ({ kind: 'union', mode, branches });
const [either, justOne] = [union('any'), union('one')];

const LIST: Schema = { kind: 'reference', name: 'List' };
const definitions = {
  List: either(NULL, object(false, member('head', { kind: 'integer' }, true), member('tail', LIST, true))),
};

const besideNothing = (own: Schema): ObjectSchema =>
  object(ANY, member('id', ANY), member('kind', own, true), member('size', ANY), member('note', NULL));

const TREE: Schema = { kind: 'reference', name: 'Tree' };
const treeOf = (items: Schema): Model => ({
  schema: TREE,
  definitions: {
    Tree: object(
      ANY,
      member('value', { kind: 'string', pattern: '^[a-z]{2,8}$' }, true),
      member('children', { kind: 'array', items }),
    ),
  },
});

const CAPITAL: Schema = { kind: 'string', pattern: '[A-Z]' };
const SHORT = justOne(
  { kind: 'boolean' },
  { kind: 'integer', minimum: 0, maximum: 9 },
  { kind: 'string', maxLength: 4 },
);
const coded = (schema: Schema): Model => ({
  schema: object(ANY, member('id', { kind: 'integer' }), member('code', schema)),
  definitions: {},
});

/** Pairs that longer runs of the law have found, once red. */
export const COUNTEREXAMPLES: readonly (readonly [name: string, before: Model, after: Model])[] = [
  [
    'beside a branch that nothing fits',
    { schema: besideNothing(NULL), definitions },
    { schema: either(besideNothing(NEVER), LIST), definitions },
  ],
  ['one of two that are any value, which nothing is', treeOf(TREE), treeOf(justOne(ANY, ANY))],
  ['a text that is short, too', coded(CAPITAL), coded(justOne(CAPITAL, SHORT))],
];
