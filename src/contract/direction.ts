import { isJsonObject, type JsonValue } from './json';
import {
  afterEach,
  type Definitions,
  type Interpreter,
  interpret,
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

const senders = { response: sender('response'), request: byWhatIsKnown };
const schemasSent = { response: new WeakMap<Schema, Schema>(), request: new WeakMap<Schema, Schema>() };
const allSent = { response: new WeakMap<Definitions, Definitions>(), request: new WeakMap<Definitions, Definitions>() };

/**
 * A schema with only the members that go this way: `readOnly` ones are not in requests, `writeOnly` not in responses.
 * The same schema gives the same object again, so that what is made of it can be kept.
 */
export function schemaSent(schema: Schema, direction: Direction): Schema {
  const known = schemasSent[direction].get(schema);
  if (known !== undefined) return known;
  const sent = interpret(senders[direction], schema);
  schemasSent[direction].set(schema, sent);
  return sent;
}

/** Definitions with only the members that go this way; the same object again for the same definitions. */
export function definitionsSent(definitions: Definitions, direction: Direction): Definitions {
  const known = allSent[direction].get(definitions);
  if (known !== undefined) return known;
  const entries = Object.entries(definitions).map(([name, schema]) => [name, schemaSent(schema, direction)] as const);
  const sent = entries.every(([name, schema]) => definitions[name] === schema)
    ? definitions
    : Object.fromEntries(entries);
  allSent[direction].set(definitions, sent);
  return sent;
}

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
