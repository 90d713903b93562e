import {
  childPointer,
  type Definitions,
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonValue,
  type Model,
  resolve,
  type Schema,
} from '../../contract';

/** A value of a body, where it stands, and a schema that it is of. */
export interface Place {
  /** A JSON pointer. */
  readonly pointer: string;
  readonly schema: Schema;
  readonly value: JsonValue;
}

type Within = (place: Place) => readonly Place[];

const nothing: Within = () => [];

/** One entry per kind: the places right within a place. What a reference or a union stands for is at the same pointer. */
const within = (definitions: Definitions): Interpreter<Within> => ({
  string: () => nothing,
  integer: () => nothing,
  number: () => nothing,
  boolean: () => nothing,
  null: () => nothing,
  enum: () => nothing,
  any: () => nothing,
  array:
    ({ items }) =>
    ({ pointer, value }) =>
      Array.isArray(value)
        ? value.map((item: JsonValue, index) => ({
            pointer: childPointer(pointer, index),
            schema: items,
            value: item,
          }))
        : [],
  map:
    ({ values }) =>
    ({ pointer, value }) =>
      isJsonObject(value)
        ? Object.entries(value).map(([key, member]) => ({
            pointer: childPointer(pointer, key),
            schema: values,
            value: member as JsonValue,
          }))
        : [],
  object:
    ({ properties }) =>
    ({ pointer, value }) =>
      isJsonObject(value)
        ? properties.flatMap(({ name, schema }) =>
            Object.hasOwn(value, name)
              ? [{ pointer: childPointer(pointer, name), schema, value: value[name] as JsonValue }]
              : [],
          )
        : [],
  union:
    ({ branches }) =>
    (place) =>
      branches.map((schema) => ({ ...place, schema })),
  reference: (reference) => (place) => [{ ...place, schema: resolve(reference, definitions) }],
});

/** The places of a body, outer before inner, at whatever depth of a recursive model; of a union, those of any branch. */
export function placesIn({ schema, definitions }: Model, body: JsonValue): Place[] {
  const interpreter = within(definitions);
  const from = (place: Place): Place[] => [place, ...interpret(interpreter, place.schema)(place).flatMap(from)];
  return from({ pointer: '', schema, value: body });
}
