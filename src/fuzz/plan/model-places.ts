import {
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonValue,
  type Model,
  resolve,
  toPointer,
} from '../../contract';

/** Where in a body a value of a model stands. */
export interface ModelPlace {
  /** A JSON pointer. */
  readonly pointer: string;
  /** The model's name. */
  readonly name: string;
}

type Places = (value: JsonValue, pointer: string) => readonly ModelPlace[];

const NONE: readonly ModelPlace[] = [];
const none: Places = () => NONE;

const lazily = (make: () => Places): Places => {
  let made: Places | undefined;
  return (value, pointer) => {
    made ??= make();
    return made(value, pointer);
  };
};

const within = (pointer: string, segment: string | number): string => `${pointer}${toPointer([String(segment)])}`;

const finders = ({ definitions }: Model, byName: Map<string, Places>): Interpreter<Places> => ({
  string: () => none,
  integer: () => none,
  number: () => none,
  boolean: () => none,
  null: () => none,
  enum: () => none,
  any: () => none,
  array: ({ items }, recur) => {
    const inner = recur(items);
    return (value, pointer) =>
      Array.isArray(value)
        ? (value as readonly JsonValue[]).flatMap((item, index) => inner(item, within(pointer, index)))
        : NONE;
  },
  map: ({ values }, recur) => {
    const inner = recur(values);
    return (value, pointer) =>
      isJsonObject(value)
        ? Object.entries(value).flatMap(([key, one]) => inner(one as JsonValue, within(pointer, key)))
        : NONE;
  },
  object: ({ properties }, recur) => {
    const members = properties.map(({ name, schema }) => [name, recur(schema)] as const);
    return (value, pointer) =>
      isJsonObject(value)
        ? members.flatMap(([name, inner]) =>
            Object.hasOwn(value, name) ? inner(value[name] as JsonValue, within(pointer, name)) : NONE,
          )
        : NONE;
  },
  union: ({ branches }, recur) => {
    const inner = branches.map(recur);
    return (value, pointer) => inner.flatMap((branch) => branch(value, pointer));
  },
  reference: (schema, recur) => {
    const known = byName.get(schema.name);
    if (known !== undefined) return known;
    const inner = lazily(() => recur(resolve(schema, definitions)));
    const places: Places = (value, pointer) => [{ pointer, name: schema.name }, ...inner(value, pointer)];
    byName.set(schema.name, places);
    return places;
  },
});

/** Finds where values of models stand in a body, outer ones first; of a union, those of any branch. */
export function modelPlacesIn(model: Model): (body: JsonValue) => readonly ModelPlace[] {
  const places = interpret(finders(model, new Map()), model.schema);
  return (body) => places(body, '');
}
