import type { JsonLiteral, JsonSchema } from './json-schema';
import { afterEach, type Interpreter, interpret, type Schema, type UnionSchema } from './schema';

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
  enum: (schema) => ({ ...listed(schema.values as readonly JsonLiteral[]), ...shared(schema, []) }),
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
    return {
      ...(schema.mode === 'one' ? { oneOf: branches } : { anyOf: branches }),
      ...shared(schema, []),
      ...discriminatorOf(schema),
    };
  },
  any: (schema) => shared(schema, []),
  reference: (schema) => ({ $ref: `#/$defs/${schema.name}`, ...shared(schema, []) }),
};

/** JSON Schema wants at least one value in an enum; what no value fits is `false`. */
const listed = (values: readonly JsonLiteral[]): JsonSchema =>
  values.length === 0 ? { allOf: [false] } : { enum: values };

/** Additional members that may be anything are JSON Schema's default and not written. */
const restOf = (additional: JsonSchema): JsonSchema =>
  Object.keys(additional).length === 0 ? {} : { additionalProperties: additional };

/** The mapping can only name branches that are models. */
function discriminatorOf({ branches, discriminator }: UnionSchema): Pick<JsonSchema, 'discriminator'> {
  if (discriminator === undefined) return {};
  const mapping = Object.entries(discriminator.mapping).flatMap(([value, index]) => {
    const branch = branches[index];
    return branch?.kind === 'reference' ? [[value, `#/$defs/${branch.name}`] as const] : [];
  });
  return { discriminator: { propertyName: discriminator.property, mapping: Object.fromEntries(mapping) } };
}

/** Where the document names no type, none is written; what it says beyond the schema is. */
const UNTYPED = afterEach(PRINTER, (schema, { type, ...rest }) => {
  const untyped = schema.inexact === undefined ? rest : { ...rest, 'x-inexact': schema.inexact };
  return type === undefined || schema.openType === true ? untyped : { type, ...untyped };
});

/** A schema as JSON Schema 2020-12, with OpenAPI's discriminators, which add nothing to what is allowed. */
export const printSchema = (schema: Schema): JsonSchema => interpret(UNTYPED, schema);
