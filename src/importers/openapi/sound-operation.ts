import { ContractError, type JsonSchema, type LeastSizes, type Normaliser, type OperationSource } from '../../contract';
import type { Notes } from './notes';
import type { Found } from './operations';
import { scopeOf } from './read-operation';

type Sound = (schema: JsonSchema, part: string) => JsonSchema;

const eachOf = <T extends object>(members: Readonly<Record<string, T>>, change: (member: T, name: string) => T) =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member, name)]));

const withSound = (source: OperationSource, sound: Sound): OperationSource => ({
  ...source,
  ...(source.parameters === undefined
    ? {}
    : {
        parameters: eachOf(source.parameters, (parameter) => ({
          ...parameter,
          schema: sound(parameter.schema, 'parameters'),
        })),
      }),
  ...(source.request === undefined
    ? {}
    : { request: { ...source.request, schema: sound(source.request.schema, 'request') } }),
  responses: eachOf(source.responses, ({ schema, headers, ...response }, status) => ({
    ...response,
    ...(schema === undefined ? {} : { schema: sound(schema, `response ${status}`) }),
    ...(headers === undefined
      ? {}
      : {
          headers: eachOf(headers, (header) => ({ ...header, schema: sound(header.schema, `headers ${status}`) })),
        }),
  })),
});

function problemOf(schema: JsonSchema, normaliser: Normaliser, sizes: LeastSizes): string | undefined {
  try {
    return sizes.problemOf(normaliser.schema(schema, ''));
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return error.message;
  }
}

/** A parameter must be sent: by what is known of it, as a request is. */
function sendable({ 'x-inexact': _, ...known }: JsonSchema): JsonSchema {
  return known;
}

/**
 * An operation, of whose own schemas each is one that a contract can express; of any other no values are made, which is
 * noted as unsupported in the part that it is of.
 */
export function soundOperation(
  found: Found,
  source: OperationSource,
  normaliser: Normaliser,
  sizes: LeastSizes,
  notes: Notes,
): OperationSource {
  const sound: Sound = (schema, part) => {
    const problem = problemOf(schema, normaliser, sizes);
    const said =
      problem === undefined ? schema : { 'x-inexact': notes.refuse(found.place, scopeOf(found.id, part), problem) };
    return part === 'parameters' ? sendable(said) : said;
  };
  return withSound(source, sound);
}
