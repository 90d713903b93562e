import { isJsonObject, type JsonValue } from './json';
import { afterEach, type Interpreter, interpret, type Schema } from './schema';

/** How documented names are written on the wire. */
export type WireNames = 'documented' | 'snake_case';

/** The namings, for command lines and messages. */
export const WIRE_NAMES: readonly WireNames[] = ['documented', 'snake_case'];

/** `accountId` is `account_id`, `isGtcAccepted` is `is_gtc_accepted`: each capital starts a word. */
export const snakeCase = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]|(?<!^)(?<![_-])[A-Z](?=[a-z])/g, (capital) => `_${capital}`).toLowerCase();

/** The name on the wire of a documented name. */
export const wireName = (name: string, naming: WireNames): string => (naming === 'snake_case' ? snakeCase(name) : name);

/** The pointer on the wire of a pointer in documented names; `[]`, `{}` and indexes stay. */
export const wirePointer = (pointer: string, naming: WireNames): string =>
  pointer
    .split('/')
    .map((segment) => wireName(segment, naming))
    .join('/');

const renamer = (naming: WireNames): Interpreter<Schema> => ({
  string: (schema) => schema,
  integer: (schema) => schema,
  number: (schema) => schema,
  boolean: (schema) => schema,
  null: (schema) => schema,
  enum: (schema) => schema,
  any: (schema) => schema,
  reference: (schema) => schema,
  array: (schema, recur) => ({ ...schema, items: recur(schema.items) }),
  map: (schema, recur) => ({ ...schema, values: recur(schema.values) }),
  union: (schema, recur) => ({
    ...schema,
    branches: schema.branches.map(recur),
    ...(schema.discriminator === undefined
      ? {}
      : { discriminator: { ...schema.discriminator, property: wireName(schema.discriminator.property, naming) } }),
  }),
  object: (schema, recur) => ({
    ...schema,
    additional: schema.additional === false ? false : recur(schema.additional),
    properties: schema.properties.map((property) => {
      const documentedName = property.documentedName ?? property.name;
      const name = wireName(documentedName, naming);
      const renamed = { ...property, name, schema: recur(property.schema) };
      return name === documentedName ? renamed : { ...renamed, documentedName };
    }),
  }),
});

/** Documents write examples in documented names. */
function exampleOnWire(value: JsonValue, naming: WireNames): JsonValue {
  if (Array.isArray(value)) return value.map((item) => exampleOnWire(item, naming));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [wireName(name, naming), exampleOnWire(inner, naming)]),
  );
}

const withExamples = (schema: Schema, naming: WireNames): Schema =>
  schema.examples === undefined || naming === 'documented'
    ? schema
    : { ...schema, examples: schema.examples.map((value) => exampleOnWire(value, naming)) };

/** A schema with its properties under the names of the wire; the documented name stays beside each. Map keys stay. */
export const nameOnWire = (schema: Schema, naming: WireNames): Schema =>
  interpret(
    afterEach(renamer(naming), (_, renamed) => withExamples(renamed, naming)),
    schema,
  );
