import type { JsonSchema, OperationSource } from '../../../src/contract';
import type { ImportedDocument } from '../../../src/importers';
import type { Api, ApiModel, ApiOperation, ApiType } from './api';
import type { Loss } from './dialect';

/** A name without what languages change about it. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What a contract must say of a type, as far as the dialect tells it. */
function schemaOf(type: ApiType, losses: readonly Loss[]): JsonSchema {
  const lost = (loss: Loss): boolean => losses.includes(loss);
  if (type.kind === 'list') return { type: 'array', items: schemaOf(type.of, losses) };
  if (type.kind === 'map') return { type: 'object', additionalProperties: schemaOf(type.of, losses) };
  if (type.kind === 'model') return { $ref: `#/$defs/${type.name}` };
  if (type.kind === 'enum') return lost('enums') ? { type: 'string' } : { type: 'string', enum: type.values };
  if (type.kind === 'moment') return lost('moments') ? { type: 'string' } : { type: 'string', format: 'date-time' };
  if (type.kind === 'anything') return {};
  if (type.kind === 'integer') return { type: lost('integers') ? 'number' : 'integer' };
  if (type.kind !== 'long') return { type: type.kind };
  return lost('integers') ? { type: 'number' } : { type: 'integer', ...(lost('int64') ? {} : { format: 'int64' }) };
}

interface Plain {
  readonly [property: string]: { readonly required: boolean; readonly schema: JsonSchema };
}

const sorted = <T>(entries: readonly (readonly [string, T])[]): { [name: string]: T } =>
  Object.fromEntries([...entries].sort(([left], [right]) => (left < right ? -1 : 1)));

/** A model that pages of a dialect must give. */
export const expectedModel = ({ properties }: ApiModel, losses: readonly Loss[]): Plain =>
  sorted(
    properties.map(({ name, type, required }) => [bare(name), { required, schema: schemaOf(type, losses) }] as const),
  );

/** Without prose and the width of integers, which few dialects have. */
function plain(schema: JsonSchema | boolean | undefined): JsonSchema {
  if (typeof schema !== 'object') return {};
  const { description: _, default: __, items, additionalProperties, format, ...rest } = schema;
  return {
    ...rest,
    ...(format === undefined || format === 'int32' ? {} : { format }),
    ...(items === undefined ? {} : { items: plain(items) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: plain(additionalProperties) }),
  };
}

/** A model that was imported, in the same words. */
export const importedModel = ({ properties = {}, required = [] }: JsonSchema): Plain =>
  sorted(
    Object.entries(properties).map(
      ([name, schema]) => [bare(name), { required: required.includes(name), schema: plain(schema) }] as const,
    ),
  );

const SCHEMES: Readonly<Record<string, object>> = {
  bearerAuth: { scheme: 'bearer' },
  apiKeyAuth: { scheme: 'apiKey', in: 'header', name: 'X-Api-Key' },
};

/** An operation that pages of a dialect must give. */
export const expectedOperation = (operation: ApiOperation, losses: readonly Loss[]): object => {
  const { method, path, parameters, body, returns, scheme, statuses } = operation;
  const known = losses.includes('statuses') ? [['200', ''] as const] : statuses;
  return {
    method,
    path: `/v1${path}`,
    security: scheme === undefined ? { scheme: 'none' } : SCHEMES[scheme],
    parameters: sorted(
      parameters.map(({ name, type, required }) => [
        bare(name),
        { in: path.includes(`{${name}}`) ? 'path' : 'query', required, schema: schemaOf(type, losses) },
      ]),
    ),
    request: body === undefined ? undefined : { $ref: `#/$defs/${body}` },
    responses: Object.fromEntries(
      known.map(([status]) => [
        status,
        returns !== undefined && status.startsWith('2') ? schemaOf(returns, losses) : undefined,
      ]),
    ),
  };
};

/** An operation that was imported, in the same words. */
export const importedOperation = (source: OperationSource): object => ({
  method: source.method,
  path: source.path,
  security: source.security,
  parameters: sorted(
    Object.entries(source.parameters ?? {}).map(([name, { in: place, required = true, schema }]) => [
      bare(name),
      { in: place, required, schema: plain(schema) },
    ]),
  ),
  request: source.request === undefined ? undefined : plain(source.request.schema),
  responses: Object.fromEntries(
    Object.entries(source.responses).map(([status, { schema }]) => [
      status,
      schema === undefined ? undefined : plain(schema),
    ]),
  ),
});

/** All models and operations of an API, as pages of a dialect must give them. */
export const expectedOf = (api: Api, losses: readonly Loss[]): object => ({
  models: sorted(api.models.map((model) => [model.name, expectedModel(model, losses)])),
  operations: sorted(api.operations.map((operation) => [bare(operation.id), expectedOperation(operation, losses)])),
});

/** The same of a document. */
export const importedOf = ({ models, operations }: ImportedDocument): object => ({
  models: sorted(Object.entries(models).map(([name, model]) => [name, importedModel(model)])),
  operations: sorted(Object.entries(operations).map(([id, source]) => [bare(id), importedOperation(source)])),
});
