import { type Definitions, type Interpreter, interpret, type Model, type Schema } from '../contract';

const same = (schema: Schema): Schema => schema;

/** One entry per kind: the same schema, of whose unions a value may be of several branches. */
const RELAXED: Interpreter<Schema> = {
  string: same,
  integer: same,
  number: same,
  boolean: same,
  null: same,
  enum: same,
  any: same,
  reference: same,
  array: (schema, recur) => ({ ...schema, items: recur(schema.items) }),
  map: (schema, recur) => ({ ...schema, values: recur(schema.values) }),
  union: (schema, recur) => ({ ...schema, mode: 'any', branches: schema.branches.map(recur) }),
  object: (schema, recur) => ({
    ...schema,
    additional: schema.additional === false ? false : recur(schema.additional),
    properties: schema.properties.map((property) => ({ ...property, schema: recur(property.schema) })),
  }),
};

const known = new WeakMap<Definitions, Definitions>();

function relaxedDefinitions(definitions: Definitions): Definitions {
  const before = known.get(definitions);
  if (before !== undefined) return before;
  const entries = Object.entries(definitions).map(([name, schema]) => [name, interpret(RELAXED, schema)] as const);
  const relaxed = Object.fromEntries(entries);
  known.set(definitions, relaxed);
  return relaxed;
}

/**
 * A model of whose unions a value may be of several branches. Its payloads are no payloads of the model: they are what the
 * validators of both sides are asked about.
 */
export const relaxed = ({ schema, definitions }: Model): Model => ({
  schema: interpret(RELAXED, schema),
  definitions: relaxedDefinitions(definitions),
});
