import { isJsonObject, type JsonValue } from './json';
import { fromPointer, siteSegment } from './pointer';
import { afterEach, type Interpreter, interpret, type Schema } from './schema';

/** How documented names are written on the wire. */
export type WireNames = 'documented' | 'snake_case';

/**
 * Names on the wire by documented name, where no strategy gives them: `{ atType: '@type', _class: 'class' }`. They
 * hold in every naming, for each property that has the documented name.
 */
export interface OwnNames {
  readonly [documentedName: string]: string;
}

/** How documented names come to the wire: own names first, the strategy for the rest. A contract is one. */
export interface Naming {
  readonly wireNames: WireNames;
  readonly names?: OwnNames;
}

/** The namings, for command lines and messages. */
export const WIRE_NAMES: readonly WireNames[] = ['documented', 'snake_case'];

/** `accountId` is `account_id`, `isGtcAccepted` is `is_gtc_accepted`: each capital starts a word. */
export const snakeCase = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]|(?<!^)(?<![_-])[A-Z](?=[a-z])/g, (capital) => `_${capital}`).toLowerCase();

/** The name on the wire of a documented name. */
export function wireName(name: string, naming: WireNames | Naming): string {
  if (typeof naming === 'string') return naming === 'snake_case' ? snakeCase(name) : name;
  const own = naming.names !== undefined && Object.hasOwn(naming.names, name) ? naming.names[name] : undefined;
  return own ?? wireName(name, naming.wireNames);
}

/** What stands in a site for no name: the root, any index, any key, a branch. */
const NO_NAME = /^(?:|\[\]|\{\}|\|\d+)$/;

function segmentOnWire(segment: string, naming: WireNames | Naming): string {
  const [name] = NO_NAME.test(segment) ? [] : fromPointer(`/${segment}`);
  return name === undefined ? segment : siteSegment(wireName(name, naming));
}

/** The pointer on the wire of a pointer in documented names; `[]`, `{}` and indexes stay. */
export const wirePointer = (pointer: string, naming: WireNames | Naming): string =>
  pointer
    .split('/')
    .map((segment) => segmentOnWire(segment, naming))
    .join('/');

const renamer = (naming: Naming): Interpreter<Schema> => ({
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
function exampleOnWire(value: JsonValue, naming: Naming): JsonValue {
  if (Array.isArray(value)) return value.map((item) => exampleOnWire(item, naming));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [wireName(name, naming), exampleOnWire(inner, naming)]),
  );
}

const withExamples = (schema: Schema, naming: Naming): Schema =>
  schema.examples === undefined || (naming.wireNames === 'documented' && naming.names === undefined)
    ? schema
    : { ...schema, examples: schema.examples.map((value) => exampleOnWire(value, naming)) };

/** A schema with its properties under the names of the wire; the documented name stays beside each. Map keys stay. */
export function nameOnWire(schema: Schema, naming: WireNames | Naming): Schema {
  const whole = typeof naming === 'string' ? { wireNames: naming } : naming;
  return interpret(
    afterEach(renamer(whole), (_, renamed) => withExamples(renamed, whole)),
    schema,
  );
}
