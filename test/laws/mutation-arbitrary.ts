import fc from 'fast-check';
import type { Model, Property, Schema } from '../../src/contract';
import { modelArbitrary, overlappingArbitrary, schemaArbitrary } from './schema-arbitrary';

/** A change of one schema, given another schema to put in. */
type Mutation = (schema: Schema, other: Schema) => Schema;

const nullable: Mutation = (schema) => ({ kind: 'union', mode: 'any', branches: [schema, { kind: 'null' }] });
const replaced: Mutation = (_schema, other) => other;
const free: Mutation = () => ({ kind: 'any' });
const either: Mutation = (schema, other) => ({ kind: 'union', mode: 'any', branches: [schema, other] });
const justOne: Mutation = (schema, other) => ({ kind: 'union', mode: 'one', branches: [schema, other] });
const nothing: Mutation = () => ({ kind: 'enum', values: [] });

/** What can happen to a schema of a kind, beside what can happen to any. */
const OWN: { readonly [kind: string]: readonly Mutation[] } = {
  string: [
    (schema) => ({ ...schema, maxLength: 6 }) as Schema,
    (schema) => ({ ...schema, minLength: 1 }) as Schema,
    (schema) => ({ kind: 'string', ...('format' in schema ? {} : { format: 'date' }) }),
    () => ({ kind: 'enum', values: ['A', 'b', ''] }),
    (schema) => ({ kind: 'string', ...('pattern' in schema ? {} : { pattern: '^[a-z]+$' }) }),
  ],
  integer: [
    (schema) => ({ ...schema, kind: 'number' }) as Schema,
    (schema) => ({ ...schema, minimum: 3, maximum: 2000 }) as Schema,
    () => ({ kind: 'integer', format: 'int32' }),
    () => ({ kind: 'integer', multipleOf: 10 }),
  ],
  number: [(schema) => ({ ...schema, minimum: 0, exclusiveMaximum: 500 }) as Schema, () => ({ kind: 'integer' })],
  enum: [
    (schema) => ({ ...schema, values: [...('values' in schema ? (schema.values as never[]) : []), 'added'] }) as Schema,
    (schema) =>
      'values' in schema ? ({ ...schema, values: (schema.values as never[]).slice(0, 1) } as Schema) : schema,
    () => ({ kind: 'string' }),
  ],
  array: [
    (schema) => ({ ...schema, minItems: 1 }) as Schema,
    (schema) => ({ ...schema, maxItems: 2 }) as Schema,
    (schema) => ({ ...schema, uniqueItems: true }) as Schema,
  ],
  union: [
    (schema) => (schema.kind === 'union' ? { ...schema, mode: schema.mode === 'any' ? 'one' : 'any' } : schema),
    (schema) => (schema.kind === 'union' ? { ...schema, branches: schema.branches.slice(1) } : schema),
    (schema, other) => (schema.kind === 'union' ? { ...schema, branches: [...schema.branches, other] } : schema),
  ],
  map: [(schema) => ({ ...schema, maxProperties: 1 }) as Schema, (schema) => ({ ...schema, keys: undefined }) as never],
  object: [
    (schema) =>
      schema.kind === 'object'
        ? { ...schema, additional: schema.additional === false ? { kind: 'any' } : false }
        : schema,
    (schema) => withProperties(schema, (properties) => properties.slice(1)),
    (schema, other) =>
      withProperties(schema, (properties) => [...properties, { name: 'added', required: false, schema: other }]),
    (schema, other) =>
      withProperties(schema, (properties) => [{ name: 'new', required: true, schema: other }, ...properties]),
    (schema) =>
      withProperties(schema, (properties) => properties.map((each) => ({ ...each, required: !each.required }))),
    (schema) => withProperties(schema, (properties) => [...properties].reverse()),
  ],
};

const withProperties = (schema: Schema, change: (properties: readonly Property[]) => readonly Property[]): Schema =>
  schema.kind === 'object' ? { ...schema, properties: change(schema.properties) } : schema;

const mutationsOf = ({ kind }: Schema): readonly Mutation[] => [
  nullable,
  replaced,
  free,
  either,
  justOne,
  nothing,
  ...(OWN[kind] ?? []),
];

/** Goes down as the numbers say, and changes what is there. */
function mutate(schema: Schema, other: Schema, [first = 0, ...rest]: readonly number[]): Schema {
  const down = (inner: Schema): Schema => mutate(inner, other, rest);
  if (rest.length > 0) {
    if (schema.kind === 'array') return { ...schema, items: down(schema.items) };
    if (schema.kind === 'map') return { ...schema, values: down(schema.values) };
    if (schema.kind === 'object' && schema.properties.length > 0) {
      const at = first % schema.properties.length;
      const properties = schema.properties.map((each, index) =>
        index === at ? { ...each, schema: down(each.schema) } : each,
      );
      return { ...schema, properties };
    }
    if (schema.kind === 'union' && schema.branches.length > 0)
      return { ...schema, branches: schema.branches.map((each, index) => (index === 0 ? down(each) : each)) };
  }
  const mutations = mutationsOf(schema);
  return (mutations[first % mutations.length] as Mutation)(schema, other);
}

const path = fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 });

/** Two models of which the second came of the first by one or two changes somewhere in it. */
export const changedModels: fc.Arbitrary<readonly [before: Model, after: Model]> = fc
  .tuple(
    modelArbitrary,
    fc.array(fc.tuple(path, schemaArbitrary), { minLength: 1, maxLength: 2 }),
    fc.boolean(),
    fc.option(overlappingArbitrary(schemaArbitrary), { nil: undefined }),
  )
  .map(([plain, changes, isRecursive, overlapping]) => {
    const model =
      overlapping === undefined
        ? plain
        : {
            ...plain,
            schema: withProperties(plain.schema, (all) => [
              ...all,
              { name: 'choice', required: false, schema: overlapping },
            ]),
          };
    const change = (schema: Schema): Schema => changes.reduce((here, [way, other]) => mutate(here, other, way), schema);
    if (!isRecursive) return [model, { ...model, schema: change(model.schema) }] as const;
    const { Tree = model.schema } = model.definitions;
    const root: Schema = { kind: 'reference', name: 'Tree' };
    const changed = change(Tree);
    return [
      { ...model, schema: root },
      { schema: root, definitions: { ...model.definitions, Tree: isItself(changed) ? Tree : changed } },
    ] as const;
  });

/** A model that is nothing but itself allows no value that anybody could tell. */
const isItself = (schema: Schema): boolean =>
  schema.kind === 'reference' || (schema.kind === 'union' && schema.branches.some(isItself));
