import { type Interpreter, interpret, type Schema } from '../../contract';

const deepest = (depths: readonly number[]): number => depths.reduce((most, depth) => Math.max(most, depth), 0);

const known = new WeakMap<Schema, number>();

/** One entry per kind: so many lists and maps lie in each other; references are not followed. */
const LEVELS: Interpreter<number> = {
  string: () => 0,
  integer: () => 0,
  number: () => 0,
  boolean: () => 0,
  null: () => 0,
  enum: () => 0,
  any: () => 0,
  reference: () => 0,
  array: ({ items }) => 1 + nestingOf(items),
  map: ({ values }) => 1 + nestingOf(values),
  object: ({ properties }) => deepest(properties.map(({ schema }) => nestingOf(schema))),
  union: ({ branches }) => deepest(branches.map(nestingOf)),
};

function nestingOf(schema: Schema): number {
  const depth = known.get(schema) ?? interpret(LEVELS, schema);
  known.set(schema, depth);
  return depth;
}

/** Two parts in two parts, and so on: beyond so many levels, there is one of each. */
const MOST_DOUBLED = 4;

/** Of how many parts a plain list or map of such parts is. */
export const plainCount = (part: Schema): number => (nestingOf(part) < MOST_DOUBLED ? 2 : 1);
