type Json = Record<string, unknown>;

/** The versions of OpenAPI documents that are read. */
export const VERSIONS = ['3.1.0', '3.0.3', '2.0'] as const;
export type Version = (typeof VERSIONS)[number];

/** Exclusive limits are flags of the limit beside them. */
function withFlags(schema: Json): Json {
  const result = { ...schema };
  for (const [exclusive, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof result[exclusive] !== 'number') continue;
    result[limit] = result[exclusive];
    result[exclusive] = true;
  }
  return result;
}

/** One type, and a flag for null; of more types the first, beside values none. */
function withNullable({ type, ...rest }: Json, flag: string): Json {
  const types = [type].flat();
  if (types.length > 1 && rest['enum'] !== undefined) return rest;
  const first = types.find((each) => each !== 'null' && each !== undefined);
  const isNullable = types.includes('null');
  if (first === undefined) return isNullable ? { ...rest, enum: [null] } : rest;
  return { type: first, ...rest, ...(isNullable ? { [flag]: true } : {}) };
}

const withEnum = ({ const: value, ...rest }: Json): Json => (value === undefined ? rest : { ...rest, enum: [value] });

const isSchema = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema in the words of a version; those that it has none for are left out. */
function spelled(schema: unknown, version: Version, changes: readonly ((schema: Json) => Json)[]): unknown {
  const inner = (value: unknown): unknown => spelled(value, version, changes);
  // Before 3.1 only `additionalProperties` may be true or false.
  if (!isSchema(schema)) return schema === false ? { type: 'string', enum: [1] } : {};
  const own = Object.entries(schema).map(([name, value]) => {
    if (name === 'properties')
      return [name, Object.fromEntries(Object.entries(value as Json).map(([key, one]) => [key, inner(one)]))];
    if (['allOf', 'oneOf', 'anyOf'].includes(name)) return [name, (value as unknown[]).map(inner)];
    if (['items', 'propertyNames'].includes(name)) return [name, inner(value)];
    if (name === 'additionalProperties' && typeof value !== 'boolean') return [name, inner(value)];
    if (name === '$ref' && version === '2.0')
      return [name, String(value).replace('/components/schemas/', '/definitions/')];
    return [name, value];
  });
  return changes.reduce((made, change) => change(made), Object.fromEntries(own) as Json);
}

/** A schema of 3.1, as an earlier version has it. */
export function inVersion(schema: Json, version: Version): Json {
  if (version === '3.1.0') return schema;
  const flag = version === '2.0' ? 'x-nullable' : 'nullable';
  return spelled(schema, version, [withFlags, (one) => withNullable(one, flag), withEnum]) as Json;
}

/** A document with one operation, `getIt`, which answers with a schema over models. */
export function documentOf(version: Version, schema: Json, models: Readonly<Record<string, Json>>): Json {
  const root = inVersion(schema, version);
  const schemas = Object.fromEntries(Object.entries(models).map(([name, model]) => [name, inVersion(model, version)]));
  const isSwagger = version === '2.0';
  const answer = isSwagger ? { schema: root } : { content: { 'application/json': { schema: root } } };
  return {
    ...(isSwagger ? { swagger: version, produces: ['application/json'] } : { openapi: version }),
    info: { title: 'Generated', version: '1' },
    paths: { '/it': { get: { operationId: 'getIt', responses: { '200': { description: '', ...answer } } } } },
    ...(isSwagger ? { definitions: schemas } : { components: { schemas } }),
  };
}

/** Where the answer of such a document stands. */
export const rootOf = (document: Json): string =>
  `document.json#/paths/~1it/get/responses/200${'swagger' in document ? '' : '/content/application~1json'}/schema`;
