import { type Definitions, type Interpreter, interpret, type Property, type Schema } from '../contract';

/** Which way a payload goes: readers of a response break by what is new, senders of a request by what is refused. */
export type Direction = 'response' | 'request';

const isSent = (property: Property, direction: Direction): boolean =>
  direction === 'response' ? property.writeOnly !== true : property.readOnly !== true;

const same = (schema: Schema): Schema => schema;

const sender = (direction: Direction): Interpreter<Schema> => ({
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
  union: (schema, recur) => ({ ...schema, branches: schema.branches.map(recur) }),
  object: (schema, recur) => ({
    ...schema,
    additional: schema.additional === false ? false : recur(schema.additional),
    properties: schema.properties
      .filter((property) => isSent(property, direction))
      .map((property) => ({ ...property, schema: recur(property.schema) })),
  }),
});

/** Schemas with only the members that go this way: `readOnly` ones are not in requests, `writeOnly` not in responses. */
export const schemaSent = (schema: Schema, direction: Direction): Schema => interpret(sender(direction), schema);

/** Definitions with only the members that go this way. */
export const definitionsSent = (definitions: Definitions, direction: Direction): Definitions =>
  Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [name, schemaSent(schema, direction)] as const),
  );
