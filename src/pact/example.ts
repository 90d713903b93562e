import {
  type Definitions,
  fits,
  INTEGER_FORMATS,
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonValue,
  type Model,
  resolve,
  type Schema,
  STRING_FORMATS,
} from '../contract';

type NumericSchema = Extract<Schema, { kind: 'integer' | 'number' }>;
type StringSchema = Extract<Schema, { kind: 'string' }>;

/** Texts that meet the patterns people write, plainest first. */
const TEXTS = [
  'text',
  'a',
  '1',
  'user@example.com',
  '0123456789abcdef0123456789abcdef',
  'https://example.com/',
  'A-1',
  'en',
];

/** Values of schemas that are too narrow for what is made here; a source of cases has them. */
export type Typical = (model: Model) => JsonValue | undefined;

function exampleText(schema: StringSchema): string | undefined {
  const format = STRING_FORMATS.get(schema.format ?? '')?.typical ?? [];
  const padded = TEXTS.map((text) => text.padEnd(schema.minLength ?? 0, 'x').slice(0, schema.maxLength));
  return [...format, ...TEXTS, ...padded].find((text) => fits(schema, {}, text));
}

function exampleNumber(schema: NumericSchema, step: number): number {
  const low = schema.minimum ?? (schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + step);
  const high = schema.maximum ?? (schema.exclusiveMaximum === undefined ? undefined : schema.exclusiveMaximum - step);
  const formatHigh = Number(INTEGER_FORMATS.get(schema.format ?? '')?.maximum ?? Number.MAX_SAFE_INTEGER);
  const start = Math.max(low ?? Math.min(1, high ?? 1), -formatHigh);
  return schema.multipleOf === undefined ? start : Math.ceil(start / schema.multipleOf) * schema.multipleOf;
}

/** The first example that a document gives of a plain value, where its schema allows it. */
const given = (schema: Schema): JsonValue | undefined => schema.examples?.find((value) => fits(schema, {}, value));

const generator = (
  definitions: Definitions,
  typical: Typical,
  entered: readonly string[] = [],
): Interpreter<JsonValue> => ({
  string: (schema) => given(schema) ?? exampleText(schema) ?? typical({ schema, definitions }) ?? 'text',
  integer: (schema) => given(schema) ?? exampleNumber(schema, 1),
  number: (schema) => given(schema) ?? exampleNumber(schema, 0.5),
  boolean: (schema) => given(schema) ?? true,
  null: () => null,
  enum: (schema) => given(schema) ?? schema.values[0] ?? null,
  any: () => 'text',
  array: (schema, recur) => Array.from({ length: schema.minItems ?? 0 }, () => recur(schema.items)),
  map: () => ({}),
  object: (schema, recur) =>
    Object.fromEntries(
      schema.properties.filter(({ required }) => required).map((property) => [property.name, recur(property.schema)]),
    ),
  union: (schema, recur) => recur(schema.branches.find((branch) => !leadsBack(branch, entered)) ?? { kind: 'null' }),
  reference: (schema) => {
    if (entered.includes(schema.name)) return null;
    return interpret(generator(definitions, typical, [...entered, schema.name]), resolve(schema, definitions));
  },
});

const leadsBack = (schema: Schema, entered: readonly string[]): boolean =>
  'name' in schema && entered.includes(schema.name);

/**
 * A plain value of a schema: what the document gives as example where that is one, else the least that it allows.
 * @param typical gives one where the least is not found.
 */
export function exampleOf(schema: Schema, definitions: Definitions, typical: Typical = () => undefined): JsonValue {
  const least = interpret(generator(definitions, typical), schema);
  const plain = fits(schema, definitions, least) ? least : (typical({ schema, definitions }) ?? least);
  const whole = schema.examples?.[0];
  const joined = isJsonObject(plain) && isJsonObject(whole) ? { ...plain, ...whole } : whole;
  return joined !== undefined && fits(schema, definitions, joined) ? joined : plain;
}
