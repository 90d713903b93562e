import {
  afterEach,
  type Interpreter,
  type ObjectSchema,
  type Property,
  type Schema,
  STRING_FORMATS,
  type StringSchema,
} from '../contract';
import { amongJudge, type BranchJudges, branchesJudge, type Judge, limitsJudge, uniqueJudge } from './judges';
import { patternOf } from './pattern';

/** A JSON Schema as ajv reads it, with the keyword `judge` for what it cannot judge itself. */
export interface AjvSchema {
  readonly [keyword: string]: unknown;
}

/** Which way a body goes: in a request, `readOnly` members are not required; in a response, `writeOnly` ones. */
export type Direction = 'request' | 'response';

/** What the translation needs beside the schema. */
export interface Surroundings extends BranchJudges {
  readonly direction: Direction;
  /** Keeps a judge, and gives the number that the keyword `judge` knows it by. */
  readonly keep: (judge: Judge) => number;
  /** The `$id` of a definition. */
  readonly idOf: (name: string) => string;
}

/** The keywords of these names that a schema has. */
function keywords<S extends Schema>(schema: S, names: readonly (keyof S)[]): AjvSchema {
  const present = ([...names, 'description'] as (keyof S)[]).filter((name) => schema[name] !== undefined);
  return Object.fromEntries(present.map((name) => [name, schema[name]]));
}

const isRequired = (property: Property, direction: Direction): boolean =>
  property.required && !(direction === 'request' ? property.readOnly : property.writeOnly);

function textSchema(schema: StringSchema): AjvSchema {
  if (schema.pattern !== undefined) patternOf(schema.pattern);
  const judged: (keyof StringSchema)[] = STRING_FORMATS.has(schema.format ?? '') ? ['format'] : [];
  return { type: 'string', ...keywords(schema, ['minLength', 'maxLength', 'pattern', ...judged]) };
}

/** ajv passes over a property of the name `__proto__`, but not over a pattern that matches just this name. */
const PROTO = '__proto__';

function membersOf(schema: ObjectSchema, recur: (inner: Schema) => AjvSchema): AjvSchema {
  const translated = schema.properties.map((property) => [property.name, recur(property.schema)] as const);
  const proto = translated.filter(([name]) => name === PROTO);
  return {
    properties: Object.fromEntries(translated.filter(([name]) => name !== PROTO)),
    ...(proto.length === 0
      ? {}
      : { patternProperties: Object.fromEntries(proto.map(([, inner]) => [`^${PROTO}$`, inner])) }),
  };
}

/** Schemas of each kind as ajv reads them; one that leaves the type open limits only values of its own type. */
export const translator = (around: Surroundings): Interpreter<AjvSchema> =>
  afterEach(typed(around), (schema, translated) =>
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
    schema.openType === true ? { if: { type: translated['type'] }, then: translated } : translated,
  );

function typed(around: Surroundings): Interpreter<AjvSchema> {
  const judged = (judge: Judge | undefined): AjvSchema => (judge === undefined ? {} : { judge: around.keep(judge) });
  const namesOf = (keys: Schema | undefined, recur: (inner: Schema) => AjvSchema): AjvSchema =>
    keys === undefined ? {} : { propertyNames: recur(keys) };
  return {
    string: textSchema,
    integer: (schema) => ({ type: 'integer', ...keywords(schema, []), ...judged(limitsJudge(schema)) }),
    number: (schema) => ({ type: 'number', ...keywords(schema, []), ...judged(limitsJudge(schema)) }),
    boolean: (schema) => ({ type: 'boolean', ...keywords(schema, []) }),
    null: (schema) => ({ type: 'null', ...keywords(schema, []) }),
    enum: (schema) => ({ ...keywords(schema, []), ...judged(amongJudge(schema)) }),
    any: (schema) => keywords(schema, []),
    reference: (schema) => ({ $ref: around.idOf(schema.name) }),
    array: (schema, recur) => ({
      type: 'array',
      items: recur(schema.items),
      ...keywords(schema, ['minItems', 'maxItems']),
      ...judged(schema.uniqueItems ? uniqueJudge(schema) : undefined),
    }),
    map: (schema, recur) => ({
      type: 'object',
      additionalProperties: recur(schema.values),
      ...namesOf(schema.keys, recur),
      ...keywords(schema, ['minProperties', 'maxProperties']),
    }),
    object: (schema, recur) => ({
      type: 'object',
      ...membersOf(schema, recur),
      required: schema.properties.filter((property) => isRequired(property, around.direction)).map(({ name }) => name),
      additionalProperties: schema.additional === false ? false : recur(schema.additional),
      ...namesOf(schema.keys, recur),
      ...keywords(schema, ['minProperties', 'maxProperties']),
    }),
    union: (schema) => ({ ...keywords(schema, []), ...judged(branchesJudge(schema, around)) }),
  };
}
