import { ContractError } from './contract-error';
import type { JsonValue } from './json';
import type { JsonSchema, JsonType } from './json-schema';
import { childPointer } from './pointer';
import type { Annotations, EnumSchema, Property, Schema, StringSchema, UnionSchema } from './schema';

const DEFINITIONS = '#/$defs/';

/** `{ key: value }` of the members that are there: an absent keyword stays absent. */
function only<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]: Exclude<T[K], undefined> };
}

const annotations = (json: JsonSchema): Annotations =>
  only({
    description: json.description,
    deprecated: json.deprecated,
    examples: json.examples as readonly JsonValue[] | undefined,
  }) as Annotations;

const unsupported = (what: string, where: string, next: string): ContractError =>
  new ContractError(`${what} is not supported`, { where, next });

const fitsType = (value: unknown, type: JsonType): boolean => {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
};

function enumOf(json: JsonSchema, where: string): EnumSchema {
  const values = (json.const === undefined ? (json.enum ?? []) : [json.const]) as readonly JsonValue[];
  const types = json.type === undefined ? [] : [json.type].flat();
  const fitting = types.length === 0 ? values : values.filter((value) => types.some((type) => fitsType(value, type)));
  if (fitting.length === 0)
    throw new ContractError('no value of the enum is of the type given beside it', {
      where,
      next: 'Correct the type or the values.',
    });
  return { kind: 'enum', values: fitting, ...annotations(json) };
}

function numeric(json: JsonSchema): Omit<Extract<Schema, { kind: 'integer' }>, 'kind'> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = json;
  return only({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format }) as Omit<
    Extract<Schema, { kind: 'integer' }>,
    'kind'
  >;
}

function keysOf(json: JsonSchema, where: string): StringSchema | EnumSchema | undefined {
  if (json.propertyNames === undefined || json.propertyNames === true) return undefined;
  if (json.propertyNames === false)
    throw unsupported('propertyNames: false', where, 'Use additionalProperties: false.');
  const keys = normalise({ type: 'string', ...json.propertyNames }, childPointer(where, 'propertyNames'));
  if (keys.kind === 'string' || keys.kind === 'enum') return keys;
  throw unsupported('this propertyNames', where, 'Limit the names by length, pattern, format or enum.');
}

function propertiesOf(json: JsonSchema, where: string): Property[] {
  const required = new Set(json.required);
  const declared = Object.entries(json.properties ?? {}).map(([name, inner]): Property => {
    const schema = normalise(inner, childPointer(`${where}/properties`, name));
    const { readOnly, writeOnly } = inner === true || inner === false ? {} : inner;
    return { name, required: required.delete(name), schema, ...(only({ readOnly, writeOnly }) as object) };
  });
  // A name that is required but not declared may hold anything.
  return [...declared, ...[...required].map((name): Property => ({ name, required: true, schema: { kind: 'any' } }))];
}

function objectOf(json: JsonSchema, where: string): Schema {
  const properties = propertiesOf(json, where);
  const rest = json.additionalProperties ?? true;
  const additional = rest === false ? false : normalise(rest, childPointer(where, 'additionalProperties'));
  const { minProperties, maxProperties } = json;
  const limits = only({ keys: keysOf(json, where), minProperties, maxProperties }) as object;
  if (properties.length === 0 && additional !== false)
    return { kind: 'map', values: additional, ...limits, ...annotations(json) };
  return { kind: 'object', properties, additional, ...limits, ...annotations(json) };
}

function arrayOf(json: JsonSchema, where: string): Schema {
  const { minItems, maxItems, uniqueItems } = json;
  const items = normalise(json.items ?? true, childPointer(where, 'items'));
  return { kind: 'array', items, ...(only({ minItems, maxItems, uniqueItems }) as object), ...annotations(json) };
}

/** One entry per JSON type. */
const TYPES: { readonly [T in JsonType]: (json: JsonSchema, where: string) => Schema } = {
  string: (json) => {
    const { minLength, maxLength, pattern, format } = json;
    return { kind: 'string', ...(only({ minLength, maxLength, pattern, format }) as object), ...annotations(json) };
  },
  integer: (json) => ({ kind: 'integer', ...numeric(json), ...annotations(json) }),
  number: (json) => ({ kind: 'number', ...numeric(json), ...annotations(json) }),
  boolean: (json) => ({ kind: 'boolean', ...annotations(json) }),
  null: (json) => ({ kind: 'null', ...annotations(json) }),
  array: arrayOf,
  object: objectOf,
};

function unionOf(json: JsonSchema, mode: UnionSchema['mode'], where: string): Schema {
  const keyword = mode === 'one' ? 'oneOf' : 'anyOf';
  const written = (mode === 'one' ? json.oneOf : json.anyOf) ?? [];
  const branches = written.map((branch, index) => normalise(branch, `${where}/${keyword}/${index}`));
  if (branches.length === 0) throw new ContractError(`${keyword} is empty`, { where });
  if (branches.length === 1) return { ...(branches[0] as Schema), ...annotations(json) };
  return { kind: 'union', mode, branches, ...annotations(json), ...discriminatorOf(json, written) };
}

function discriminatorOf(json: JsonSchema, written: readonly (JsonSchema | boolean)[]): Partial<UnionSchema> {
  if (json.discriminator === undefined) return {};
  const refs = written.map((branch) => (typeof branch === 'boolean' ? undefined : branch.$ref));
  const implicit = refs.flatMap((ref, index) => (ref === undefined ? [] : [[ref.split('/').at(-1) as string, index]]));
  const explicit = Object.entries(json.discriminator.mapping ?? {}).map(([value, ref]) => [
    value,
    refs.findIndex((branch) => branch === ref || branch === DEFINITIONS + ref),
  ]);
  const known = (explicit.length > 0 ? explicit : implicit).filter(([, index]) => (index as number) >= 0);
  return { discriminator: { property: json.discriminator.propertyName, mapping: Object.fromEntries(known) } };
}

/**
 * Brings a JSON Schema into the closed set of kinds.
 * @param where the pointer of the schema in its document, for messages.
 * @throws ContractError for what the set cannot express, with its place.
 */
export function normalise(json: JsonSchema | boolean, where = ''): Schema {
  if (json === true) return { kind: 'any' };
  if (json === false) throw unsupported('a schema that allows nothing', where, 'Leave the property out.');
  if (json.$ref !== undefined) return referenceOf(json, where);
  if (json.allOf !== undefined) throw unsupported('allOf', where, 'Merge its parts into one schema.');
  if (json.const !== undefined || json.enum !== undefined) return enumOf(json, where);
  if (json.oneOf !== undefined) return unionOf(json, 'one', where);
  if (json.anyOf !== undefined) return unionOf(json, 'any', where);
  const types = json.type === undefined ? [] : [json.type].flat();
  if (types.length === 0) return { kind: 'any', ...annotations(json) };
  if (types.length === 1) return TYPES[types[0] as JsonType](json, where);
  const { description: _, ...bare } = json;
  return {
    kind: 'union',
    mode: 'any',
    branches: types.map((type) => TYPES[type](bare, where)),
    ...annotations(json),
  };
}

function referenceOf(json: JsonSchema, where: string): Schema {
  const ref = json.$ref as string;
  if (!ref.startsWith(DEFINITIONS))
    throw unsupported(`the reference ${ref}`, where, `Refer to a model of the contract: ${DEFINITIONS}NAME.`);
  return { kind: 'reference', name: ref.slice(DEFINITIONS.length), ...annotations(json) };
}
