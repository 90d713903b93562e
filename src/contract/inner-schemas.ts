import { childPointer } from './pointer';
import { afterEach, type Interpreter, interpret, type Schema } from './schema';

/** A schema, and its site within the one that was asked about. */
export interface InnerSchema {
  readonly pointer: string;
  readonly schema: Schema;
}

type At = (pointer: string) => InnerSchema[];

const nothing: At = () => [];

/** One entry per kind: what lies within; references are not followed. */
const within: Interpreter<At> = {
  string: () => nothing,
  integer: () => nothing,
  number: () => nothing,
  boolean: () => nothing,
  null: () => nothing,
  enum: () => nothing,
  any: () => nothing,
  reference: () => nothing,
  array: (schema, recur) => (pointer) => recur(schema.items)(`${pointer}/[]`),
  map: (schema, recur) => (pointer) => recur(schema.values)(`${pointer}/{}`),
  union: (schema, recur) => (pointer) =>
    schema.branches.flatMap((branch, index) => recur(branch)(`${pointer}/|${index}`)),
  object: (schema, recur) => (pointer) =>
    schema.properties.flatMap((property) => recur(property.schema)(childPointer(pointer, property.name))),
};

const withOwn = afterEach(within, (schema, inner) => (pointer) => [{ pointer, schema }, ...inner(pointer)]);

/** A schema and all within it, outer before inner; references are not followed. */
export const schemasIn = (schema: Schema): InnerSchema[] => interpret(withOwn, schema)('');
