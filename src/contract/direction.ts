import { isJsonObject, type JsonValue } from './json';
import {
  afterEach,
  type Definitions,
  type Interpreter,
  interpret,
  type Model,
  type Property,
  resolve,
  type Schema,
} from './schema';

/** Which way a payload goes: readers of a response break by what is new, senders of a request by what is refused. */
export type Direction = 'response' | 'request';

const isSent = (property: Property, direction: Direction): boolean =>
  direction === 'response' ? property.writeOnly !== true : property.readOnly !== true;

/** The same object where none of its members is another one. */
const kept = <T extends object>(before: T, members: Partial<T>): T =>
  (Object.keys(members) as (keyof T)[]).every((name) => before[name] === members[name])
    ? before
    : { ...before, ...members };

const keptList = <T>(before: readonly T[], after: readonly T[]): readonly T[] =>
  before.length === after.length && after.every((item, index) => item === before[index]) ? before : after;

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
  array: (schema, recur) => kept(schema, { items: recur(schema.items) }),
  map: (schema, recur) => kept(schema, { values: recur(schema.values) }),
  union: (schema, recur) => kept(schema, { branches: keptList(schema.branches, schema.branches.map(recur)) }),
  object: (schema, recur) => {
    const properties = schema.properties
      .filter((property) => isSent(property, direction))
      .map((property) => kept(property, { schema: recur(property.schema) }));
    const additional = schema.additional === false ? false : recur(schema.additional);
    return kept(schema, { additional, properties: keptList(schema.properties, properties) });
  },
});

/** What is sent is made by what is known of it: a service says what else it wants. */
const byWhatIsKnown = afterEach(sender('request'), (_, sent) => {
  if (sent.inexact === undefined) return sent;
  const { inexact: __, ...known } = sent;
  return known as Schema;
});

/** What is compared is what is known; what is not is there by name. */
const comparable = (direction: Direction): Interpreter<Schema> =>
  afterEach(sender(direction), (_, sent) => {
    if (sent.inexact === undefined) return sent;
    const { inexact, ...known } = sent;
    return { ...known, unsaid: sent.unsaid ?? inexact } as Schema;
  });

/** The ways to read a schema: each with what was made of schemas and definitions so far. */
class Way {
  private readonly schemas = new WeakMap<Schema, Schema>();
  private readonly definitions = new WeakMap<Definitions, Definitions>();

  constructor(private readonly interpreter: Interpreter<Schema>) {}

  schema(schema: Schema): Schema {
    const known = this.schemas.get(schema);
    if (known !== undefined) return known;
    const sent = interpret(this.interpreter, schema);
    this.schemas.set(schema, sent);
    return sent;
  }

  all(definitions: Definitions): Definitions {
    const known = this.definitions.get(definitions);
    if (known !== undefined) return known;
    const entries = Object.entries(definitions).map(([name, schema]) => [name, this.schema(schema)] as const);
    const sent = entries.every(([name, schema]) => definitions[name] === schema)
      ? definitions
      : Object.fromEntries(entries);
    this.definitions.set(definitions, sent);
    return sent;
  }
}

const sending = { response: new Way(sender('response')), request: new Way(byWhatIsKnown) };
const comparing = { response: new Way(comparable('response')), request: new Way(comparable('request')) };

/**
 * A schema with only the members that go this way: `readOnly` ones are not in requests, `writeOnly` not in responses.
 * The same schema gives the same object again, so that what is made of it can be kept.
 */
export const schemaSent = (schema: Schema, direction: Direction): Schema => sending[direction].schema(schema);

/** Definitions with only the members that go this way; the same object again for the same definitions. */
export const definitionsSent = (definitions: Definitions, direction: Direction): Definitions =>
  sending[direction].all(definitions);

/** A model as it goes one way, by what is known of it: for comparing. The same objects again for the same ones. */
export const modelCompared = ({ schema, definitions }: Model, direction: Direction): Model => ({
  schema: comparing[direction].schema(schema),
  definitions: comparing[direction].all(definitions),
});

type Take = (value: JsonValue) => JsonValue;

const taker = (definitions: Definitions): Interpreter<Take> => {
  const whole = (): Take => (value) => value;
  return {
    string: whole,
    integer: whole,
    number: whole,
    boolean: whole,
    null: whole,
    enum: whole,
    any: whole,
    reference: (schema, recur) => (value) => recur(resolve(schema, definitions))(value),
    array: (schema, recur) => (value) => (Array.isArray(value) ? value.map(recur(schema.items)) : value),
    map: (schema, recur) => (value) => (isJsonObject(value) ? eachMember(value, () => recur(schema.values)) : value),
    union: (schema, recur) => (value) => schema.branches.reduce((part, branch) => recur(branch)(part), value),
    object: (schema, recur) => (value) => {
      if (!isJsonObject(value)) return value;
      const declared = new Map(schema.properties.map((property) => [property.name, property]));
      const sent = Object.entries(value).filter(([name]) => declared.get(name)?.readOnly !== true);
      return eachMember(Object.fromEntries(sent), (name) => {
        const property = declared.get(name);
        return property === undefined ? (inner) => inner : recur(property.schema);
      });
    },
  };
};

const eachMember = (value: { readonly [name: string]: JsonValue }, take: (name: string) => Take): JsonValue =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, take(name)(inner)]));

/** What of an answer's value may be in a request: all but the `readOnly` members, however deep they lie. */
export const sentPart = (value: JsonValue, schema: Schema, definitions: Definitions): JsonValue =>
  interpret(taker(definitions), schema)(value);
