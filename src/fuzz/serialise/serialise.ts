import {
  fits,
  type Interpreter,
  interpret,
  type JsonValue,
  type Meaning,
  type Model,
  meaningOf,
  resolve,
  type Schema,
} from '../../contract';
import { ABSENT, entriesOf, hasMembers, memberOf, namesOf } from '../faithful';
import { bytes, day, listed, moment, number, plain, put, text, unwrapped, type Write, written } from './leaves';

const BY_MEANING: Readonly<Partial<Record<Meaning, Write>>> = { instant: moment, date: day, bytes };

const writeOf = (meaning: Meaning | undefined): Write | undefined => meaning && BY_MEANING[meaning];

/** Where null is not allowed, it is how a program holds what is absent. */
function orNull(schema: Schema, { definitions }: Model, write: Write): Write {
  const isNullable = fits(schema, definitions, null);
  return (held) => (held === null ? (isNullable ? null : undefined) : write(held));
}

const writers = (model: Model, byName: Map<string, Write>): Interpreter<Write> => ({
  string: (schema) => writeOf(meaningOf(schema)) ?? text,
  integer: () => number,
  number: () => number,
  boolean: () => plain,
  null: () => plain,
  enum: () => text,
  any: () => plain,
  // What is written may be of any branch: it is of that which it fits.
  union: ({ branches }, recur) => {
    const writes = branches.map((branch) => [branch, recur(branch)] as const);
    return (held) => {
      for (const [branch, write] of writes) {
        const written = write(held);
        if (written !== undefined && fits(branch, model.definitions, written)) return written;
      }
      return plain(held);
    };
  },
  array: (schema, recur) => {
    const item = recur(schema.items);
    return (held) => {
      const got = unwrapped(held);
      return listed(got, item) ?? plain(got);
    };
  },
  map: (schema, recur) => {
    const value = recur(schema.values);
    return (held) => {
      const got = unwrapped(held);
      return hasMembers(got) ? written(entriesOf(got), value) : plain(got);
    };
  },
  object: (schema, recur) => {
    const members = schema.properties.map(
      ({ schema: inner, ...property }) =>
        [property.name, namesOf({ ...property, schema: inner }), orNull(inner, model, recur(inner))] as const,
    );
    return (held) => {
      const got = unwrapped(held);
      if (!hasMembers(got)) return plain(got);
      const all: Record<string, JsonValue> = {};
      for (const [name, names, write] of members) {
        const member = memberOf(got, names);
        const value = member === ABSENT ? undefined : write(member);
        if (value !== undefined) put(all, name, value);
      }
      return all;
    };
  },
  reference: (schema, recur) => {
    const known = byName.get(schema.name);
    if (known !== undefined) return known;
    let made: Write | undefined;
    const write: Write = (got) => {
      made ??= recur(resolve(schema, model.definitions) as Schema);
      return made(got);
    };
    byName.set(schema.name, write);
    return write;
  },
});

/**
 * Compiles how a parsed value is written again, as its program would: by `toJSON` where it has that, moments as
 * RFC 3339, integers with all digits, under the names of the wire. What the contract does not list is left out.
 */
export const serialiserOf = (model: Model): Write => interpret(writers(model, new Map()), model.schema);
