import { type Definitions, type Interpreter, interpret, type Schema } from './schema';

const none = (): readonly Schema[] => [];

/** One entry per kind: the schemas directly within. */
const WITHIN: Interpreter<readonly Schema[]> = {
  string: none,
  integer: none,
  number: none,
  boolean: none,
  null: none,
  enum: none,
  any: none,
  reference: none,
  array: ({ items }) => [items],
  map: ({ values, keys }) => [values, ...(keys === undefined ? [] : [keys])],
  union: ({ branches }) => branches,
  object: ({ properties, additional, keys }) => [
    ...properties.map(({ schema }) => schema),
    ...(additional === false ? [] : [additional]),
    ...(keys === undefined ? [] : [keys]),
  ],
};

function search(schema: Schema, definitions: Definitions): boolean {
  const seen = new Set<string>();
  const queue = [schema];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next.inexact !== undefined) return false;
    queue.push(...interpret(WITHIN, next));
    if (next.kind !== 'reference' || seen.has(next.name)) continue;
    seen.add(next.name);
    const target = Object.hasOwn(definitions, next.name) ? definitions[next.name] : undefined;
    if (target !== undefined) queue.push(target);
  }
  return true;
}

const known = new WeakMap<Definitions, WeakMap<Schema, boolean>>();

/** Whether a schema says all that its document says: nothing is `inexact` in it, nor in the models it refers to. */
export function isExact(schema: Schema, definitions: Definitions): boolean {
  const ofDefinitions = known.get(definitions) ?? new WeakMap<Schema, boolean>();
  known.set(definitions, ofDefinitions);
  const exact = ofDefinitions.get(schema) ?? search(schema, definitions);
  ofDefinitions.set(schema, exact);
  return exact;
}
