import type { JsonLiteral, JsonSchema } from './json-schema';
import { type Interpreter, interpret, type Model, type Schema } from './schema';

type Written<T> = { -readonly [K in keyof T]: T[K] };

/** The keywords of a schema that JSON Schema has under the same name. */
function shared(schema: Schema, names: readonly string[]): JsonSchema {
  const members = Object.entries(schema).filter(([name]) => names.includes(name) || ANNOTATIONS.includes(name));
  return Object.fromEntries(members) as JsonSchema;
}

const ANNOTATIONS = ['description', 'deprecated', 'examples'];
const NUMERIC = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'];
const SIZES = ['minProperties', 'maxProperties'];

const PRINTER: Interpreter<JsonSchema> = {
  string: (schema) => ({ type: 'string', ...shared(schema, ['minLength', 'maxLength', 'pattern', 'format']) }),
  integer: (schema) => ({ type: 'integer', ...shared(schema, NUMERIC) }),
  number: (schema) => ({ type: 'number', ...shared(schema, NUMERIC) }),
  boolean: (schema) => ({ type: 'boolean', ...shared(schema, []) }),
  null: (schema) => ({ type: 'null', ...shared(schema, []) }),
  enum: (schema) => ({ enum: schema.values as readonly JsonLiteral[], ...shared(schema, []) }),
  array: (schema, recur) => ({
    type: 'array',
    items: recur(schema.items),
    ...shared(schema, ['minItems', 'maxItems', 'uniqueItems']),
  }),
  map: (schema, recur) => ({
    type: 'object',
    additionalProperties: recur(schema.values),
    ...(schema.keys === undefined ? {} : { propertyNames: recur(schema.keys) }),
    ...shared(schema, SIZES),
  }),
  object: (schema, recur) => {
    const required = schema.properties.filter((property) => property.required).map((property) => property.name);
    const properties = schema.properties.map((property) => {
      const { readOnly, writeOnly } = property;
      const flags = {
        ...(readOnly === undefined ? {} : { readOnly }),
        ...(writeOnly === undefined ? {} : { writeOnly }),
      };
      return [property.name, { ...recur(property.schema), ...flags }] as const;
    });
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 ? { required } : {}),
      ...(schema.additional === false ? { additionalProperties: false } : restOf(recur(schema.additional))),
      ...(schema.keys === undefined ? {} : { propertyNames: recur(schema.keys) }),
      ...shared(schema, SIZES),
    };
  },
  union: (schema, recur) => {
    const branches = schema.branches.map(recur);
    return { ...(schema.mode === 'one' ? { oneOf: branches } : { anyOf: branches }), ...shared(schema, []) };
  },
  any: (schema) => shared(schema, []),
  reference: (schema) => ({ $ref: `#/$defs/${schema.name}`, ...shared(schema, []) }),
};

/** Additional members that may be anything are JSON Schema's default and not written. */
const restOf = (additional: JsonSchema): JsonSchema =>
  Object.keys(additional).length === 0 ? {} : { additionalProperties: additional };

/** A schema as JSON Schema 2020-12. Discriminators are left out: they add nothing to what is allowed. */
export const printSchema = (schema: Schema): JsonSchema => interpret(PRINTER, schema);

/** A model as one self-contained JSON Schema document, with its definitions under `$defs`. */
export function printModel(model: Model): JsonSchema & { readonly $defs: Readonly<Record<string, JsonSchema>> } {
  const definitions = Object.entries(model.definitions).map(([name, schema]) => [name, printSchema(schema)] as const);
  const document: Written<JsonSchema> = { ...printSchema(model.schema) };
  return { ...document, $defs: Object.fromEntries(definitions) };
}
