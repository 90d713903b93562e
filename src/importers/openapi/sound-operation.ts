import {
  type ContentSource,
  type JsonSchema,
  type LeastSizes,
  type Normaliser,
  type OperationSource,
  type Schema,
  unlessRefused,
} from '../../contract';
import type { Notes } from './notes';
import type { Found } from './operations';
import { scopeOf } from './read-operation';
import { noteUnsaid } from './unsaid';

type Sound = (schema: JsonSchema, part: string) => JsonSchema;

const eachOf = <T extends object>(members: Readonly<Record<string, T>>, change: (member: T, name: string) => T) =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member, name)]));

const soundContent = (all: readonly ContentSource[], sound: Sound, part: string): ContentSource[] =>
  all.map(({ mediaType, schema }) => ({
    mediaType,
    ...(schema === undefined ? {} : { schema: sound(schema, `${mediaType} of ${part}`) }),
  }));

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
  ...(source.otherContent === undefined
    ? {}
    : { otherContent: { ...source.otherContent, types: soundContent(source.otherContent.types, sound, 'request') } }),
  responses: eachOf(source.responses, ({ schema, headers, others, ...response }, status) => ({
    ...response,
    ...(others === undefined ? {} : { others: soundContent(others, sound, `response ${status}`) }),
    ...(schema === undefined ? {} : { schema: sound(schema, `response ${status}`) }),
    ...(headers === undefined
      ? {}
      : {
          headers: eachOf(headers, (header) => ({ ...header, schema: sound(header.schema, `headers ${status}`) })),
        }),
  })),
});

/** What a schema is in a contract, or why it cannot be one. */
function lowered(json: JsonSchema, normaliser: Normaliser, sizes: LeastSizes): Schema | { readonly problem: string } {
  const measured = (): ReturnType<typeof lowered> => {
    const schema = normaliser.schema(json, '');
    const problem = sizes.problemOf(schema);
    return problem === undefined ? schema : { problem };
  };
  return unlessRefused(measured, ({ message }) => ({ problem: message }));
}

/** A parameter must be sent: by what is known of it, as a request is. */
function sendable({ 'x-inexact': _, ...known }: JsonSchema): JsonSchema {
  return known;
}

const fitsNothing = (schema: Schema): boolean => schema.kind === 'enum' && schema.values.length === 0;

/** A request that contradicts itself, as by a type beside a reference to a model of another one: the model is meant. */
const withoutContradiction = ({ $ref }: JsonSchema): JsonSchema => ($ref === undefined ? {} : { $ref });

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
    const scope = scopeOf(found.id, part);
    const said = lowered(schema, normaliser, sizes);
    if ('problem' in said) notes.refuse(found.place, scope, said.problem);
    else noteUnsaid(said, found.place, scope, notes);
    if (part === 'request' && !('problem' in said) && fitsNothing(said)) {
      notes.warn(
        found.place,
        'the request contradicts itself, no value fits it: what stands beside a reference is left out',
      );
      return withoutContradiction(schema);
    }
    const kept = 'problem' in said ? { 'x-inexact': said.problem } : schema;
    return part === 'parameters' ? sendable(kept) : kept;
  };
  return withSound(source, sound);
}
