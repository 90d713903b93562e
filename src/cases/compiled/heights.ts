import { afterEach, type Definitions, type Interpreter, interpret, type Schema } from '../../contract';

const interpreterOf = (heights: ReadonlyMap<string, number>): Interpreter<number> =>
  afterEach(heightsIn(heights), ({ inexact }, height) => (inexact === undefined ? height : Infinity));

const heightsIn = (heights: ReadonlyMap<string, number>): Interpreter<number> => ({
  string: () => 0,
  integer: () => 0,
  number: () => 0,
  boolean: () => 0,
  null: () => 0,
  enum: () => 0,
  any: () => 0,
  array: ({ items, minItems = 0 }, recur) => (minItems === 0 ? 0 : recur(items)),
  map: ({ values, minProperties = 0 }, recur) => (minProperties === 0 ? 0 : recur(values)),
  object: ({ properties, additional, minProperties = 0 }, recur) => {
    const required = properties.filter((property) => property.required).map(({ schema }) => recur(schema));
    const more = minProperties - required.length;
    const optional = properties.filter((property) => !property.required).map(({ schema }) => recur(schema));
    const spare = additional === false ? [] : Array.from({ length: Math.max(0, more) }, () => recur(additional));
    const cheapest = more > 0 ? [...optional, ...spare].sort((left, right) => left - right).slice(0, more) : [];
    return Math.max(0, ...required, ...cheapest);
  },
  union: ({ branches }, recur) => Math.min(...branches.map(recur)),
  reference: ({ name }) => 1 + (heights.get(name) ?? Infinity),
});

/**
 * How many models must be entered one within another until a smallest value of a schema ends; infinite where none
 * ends, as of a model that requires itself, and of what is inexact, of which nothing is made.
 */
export function heightsOf(definitions: Definitions): (schema: Schema) => number {
  const heights = new Map<string, number>();
  const interpreter = interpreterOf(heights);
  const models = Object.entries(definitions);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, schema] of models) {
      const height = interpret(interpreter, schema);
      if (height < (heights.get(name) ?? Infinity)) {
        heights.set(name, height);
        changed = true;
      }
    }
  }
  return (schema) => interpret(interpreter, schema);
}
