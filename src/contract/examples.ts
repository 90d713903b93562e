import type { JsonValue } from './json';
import { childPointer } from './pointer';
import { afterEach, type Interpreter, interpret, type Schema } from './schema';

/** An example that a document gives: its value, the schema that it stands beside, and where. */
export interface DocumentedExample {
  /** The site within the schema that was asked about. */
  readonly pointer: string;
  readonly schema: Schema;
  readonly value: JsonValue;
}

type At = (pointer: string) => DocumentedExample[];

const nothing: At = () => [];

/** One entry per kind: the examples within; references are not followed. */
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

const withOwn = afterEach(within, (schema, inner) => (pointer) => [
  ...(schema.examples ?? []).map((value) => ({ pointer, schema, value })),
  ...inner(pointer),
]);

/** The examples that a schema gives, its own first, then those of the schemas within it. */
export const examplesIn = (schema: Schema): DocumentedExample[] => interpret(withOwn, schema)('');
