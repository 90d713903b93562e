import { type Interpreter, interpret, isJsonObject, type JsonValue, type Model, resolve } from '../../contract';

/** The texts of a body that stand where the model has a date-time or a time. */
type Moments = (value: JsonValue) => readonly string[];

const NONE: readonly string[] = [];
const none: Moments = () => NONE;

const lazily = (make: () => Moments): Moments => {
  let made: Moments | undefined;
  return (value) => {
    made ??= make();
    return made(value);
  };
};

const finders = ({ definitions }: Model, byName: Map<string, Moments>): Interpreter<Moments> => ({
  string: ({ format }) =>
    format === 'date-time' || format === 'time' ? (value) => (typeof value === 'string' ? [value] : NONE) : none,
  integer: () => none,
  number: () => none,
  boolean: () => none,
  null: () => none,
  enum: () => none,
  any: () => none,
  array: ({ items }, recur) => {
    const inner = recur(items);
    return (value) => (Array.isArray(value) ? (value as readonly JsonValue[]).flatMap(inner) : NONE);
  },
  map: ({ values }, recur) => {
    const inner = recur(values);
    return (value) => (isJsonObject(value) ? Object.values(value).flatMap((one) => inner(one as JsonValue)) : NONE);
  },
  object: ({ properties }, recur) => {
    const members = properties.map(({ name, schema }) => [name, recur(schema)] as const);
    return (value) =>
      isJsonObject(value)
        ? members.flatMap(([name, inner]) => (Object.hasOwn(value, name) ? inner(value[name] as JsonValue) : NONE))
        : NONE;
  },
  union: ({ branches }, recur) => {
    const inner = branches.map(recur);
    return (value) => inner.flatMap((branch) => branch(value));
  },
  reference: (schema, recur) => {
    const known = byName.get(schema.name) ?? lazily(() => recur(resolve(schema, definitions)));
    byName.set(schema.name, known);
    return known;
  },
});

/** Finds the moments of a body, at whatever depth of a recursive model; of a union, those of any branch. */
export const momentsOf = (model: Model): Moments => interpret(finders(model, new Map()), model.schema);
