import {
  type Definitions,
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonValue,
  resolve,
  type Schema,
} from '../../../contract';

type JsonTypes = ReadonlySet<string>;

const EVERY: JsonTypes = new Set(['null', 'boolean', 'number', 'text', 'array', 'object']);
const only = (type: string): JsonTypes => new Set([type]);

const typeOf = (value: JsonValue): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (isJsonObject(value)) return 'object';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : 'number';
};

const interpreterOf = (definitions: Definitions, entered: readonly string[]): Interpreter<JsonTypes> => ({
  string: () => only('text'),
  integer: () => only('number'),
  number: () => only('number'),
  boolean: () => only('boolean'),
  null: () => only('null'),
  enum: ({ values }) => new Set(values.map(typeOf)),
  array: () => only('array'),
  map: () => only('object'),
  object: () => only('object'),
  union: ({ branches }, recur) => new Set(branches.flatMap((branch) => [...recur(branch)])),
  any: () => EVERY,
  reference: (schema) =>
    entered.includes(schema.name)
      ? EVERY
      : interpret(interpreterOf(definitions, [...entered, schema.name]), resolve(schema, definitions)),
});

/** Whether no value can be of two of these schemas, since their values are of different JSON types. */
export function areApart(schemas: readonly Schema[], definitions: Definitions): boolean {
  const interpreter = interpreterOf(definitions, []);
  const types = schemas.flatMap((schema) => [...interpret(interpreter, schema)]);
  return new Set(types).size === types.length;
}
