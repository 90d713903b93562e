import { STRING_FORMATS } from './formats';
import { equalJson, isJsonObject, type JsonValue } from './json';
import { type Definitions, type Interpreter, interpret, type ObjectSchema, resolve, type Schema } from './schema';

type Check = (value: JsonValue) => boolean;

const isNumeric = (value: JsonValue): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

const within = (size: number, minimum = 0, maximum = Number.POSITIVE_INFINITY): boolean =>
  size >= minimum && size <= maximum;

const fitsPattern = (pattern: string | undefined, text: string): boolean => {
  if (pattern === undefined) return true;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return new RegExp(pattern).test(text);
  }
};

const fitsFormat = (name: string | undefined, text: string): boolean => {
  const format = name === undefined ? undefined : STRING_FORMATS.get(name);
  return format === undefined || (format.check?.(text) ?? new RegExp(format.pattern, 'u').test(text));
};

type NumericSchema = Extract<Schema, { kind: 'integer' | 'number' }>;

const fitsLimits = (schema: NumericSchema, value: number | bigint): boolean =>
  value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) &&
  value <= (schema.maximum ?? Number.POSITIVE_INFINITY) &&
  value > (schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY) &&
  value < (schema.exclusiveMaximum ?? Number.POSITIVE_INFINITY);

const hasOnlyListed = ({ additional, properties }: ObjectSchema, value: object): boolean =>
  additional !== false || Object.keys(value).every((listed) => properties.some(({ name }) => name === listed));

const checker = (definitions: Definitions): Interpreter<Check> => ({
  string: (schema) => (value) =>
    typeof value === 'string' &&
    within(Array.from(value).length, schema.minLength, schema.maxLength) &&
    fitsPattern(schema.pattern, value) &&
    fitsFormat(schema.format, value),
  integer: (schema) => (value) =>
    (typeof value === 'bigint' || Number.isInteger(value)) && fitsLimits(schema, value as number | bigint),
  number: (schema) => (value) => isNumeric(value) && fitsLimits(schema, value),
  boolean: () => (value) => typeof value === 'boolean',
  null: () => (value) => value === null,
  enum: (schema) => (value) => schema.values.some((candidate) => equalJson(candidate, value)),
  any: () => () => true,
  array: (schema, recur) => (value) =>
    Array.isArray(value) && within(value.length, schema.minItems, schema.maxItems) && value.every(recur(schema.items)),
  map: (schema, recur) => (value) => isJsonObject(value) && Object.values(value).every(recur(schema.values)),
  object: (schema, recur) => (value) =>
    isJsonObject(value) &&
    hasOnlyListed(schema, value) &&
    schema.properties.every(({ name, required, schema: inner }) =>
      Object.hasOwn(value, name) ? recur(inner)(value[name] as JsonValue) : !required,
    ),
  union: (schema, recur) => (value) => schema.branches.some((branch) => recur(branch)(value)),
  reference: (schema, recur) => (value) => recur(resolve(schema, definitions))(value),
});

/**
 * Whether a value fits a schema, as far as a branch of a union, a body or a request is to be chosen by it. The judge of
 * bodies is the validator: this one leaves out what does not help to choose (uniqueness, sizes of maps, multiples).
 */
export const fits = (schema: Schema, definitions: Definitions, value: JsonValue): boolean =>
  interpret(checker(definitions), schema)(value);
