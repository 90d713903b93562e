import {
  type Definitions,
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonValue,
  type Schema,
} from '../../contract';

const yes = (): boolean => true;
const no = (): boolean => false;

const scalar = (definitions: Definitions, entered: ReadonlySet<string>): Interpreter<boolean> => ({
  string: yes,
  integer: yes,
  number: yes,
  boolean: yes,
  null: yes,
  enum: ({ values }) => values.every((value) => typeof value !== 'object' || value === null),
  any: no,
  array: no,
  map: no,
  object: no,
  union: ({ branches }, recur) => branches.every(recur),
  reference: ({ name }) => {
    const target = definitions[name];
    return (
      target !== undefined && !entered.has(name) && interpret(scalar(definitions, new Set([...entered, name])), target)
    );
  },
});

/** Whether all values of a schema are single texts on the wire. */
export const isScalar = (schema: Schema, definitions: Definitions): boolean =>
  interpret(scalar(definitions, new Set()), schema);

const mapped = (value: JsonValue, change: (scalar: JsonValue) => JsonValue): JsonValue => {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => mapped(item, change));
  if (!isJsonObject(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, change)]));
};

const asText = (value: JsonValue): JsonValue => (typeof value === 'string' ? value : String(value));

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function read(value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  if (NUMBER.test(value)) return Number(value);
  return value === 'true' ? true : value === 'false' ? false : value;
}

/** A value as those who read its text may take it: as it is, as text, and as the text reads as a number or a flag. */
export const readingsOf = (value: JsonValue): readonly JsonValue[] => [
  value,
  mapped(value, asText),
  mapped(value, read),
];
