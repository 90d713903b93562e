import type { JsonSchema, OperationSource } from '../../contract';
import type { Models } from '../print-module';
import type { DocumentWarning } from '../report';
import { reachable } from './models';
import type { Notes } from './notes';
import { scopeOf } from './read-operation';

/** The status of the answer that a contract is about: the lowest 2xx, or `default`. */
function mainStatus({ responses }: OperationSource): string | undefined {
  const statuses = Object.keys(responses).sort();
  return statuses.find((status) => status.startsWith('2')) ?? statuses.find((status) => status === 'default');
}

/** What a part of an operation holds that a contract cannot express, over all models that it needs. */
function unsupportedIn(
  scope: string,
  schemas: readonly (JsonSchema | undefined)[],
  models: Models,
  notes: Notes,
): DocumentWarning[] {
  const needed = new Set(schemas.flatMap((schema) => [...reachable(schema, models)]));
  return [scope, ...needed].flatMap((name) => notes.unsupported.get(name) ?? []);
}

/** Why an operation cannot be used: what its successful answer holds that a contract cannot express. */
export function isUsable(id: string, source: OperationSource, models: Models, notes: Notes): DocumentWarning[] {
  const status = mainStatus(source);
  if (status === undefined) return [];
  return unsupportedIn(scopeOf(id, `response ${status}`), [source.responses[status]?.schema], models, notes);
}

/** What the other parts hold: they are taken for less than they say. */
export function otherParts(id: string, source: OperationSource, models: Models, notes: Notes): DocumentWarning[] {
  const main = mainStatus(source);
  const responses = Object.entries(source.responses).filter(([status]) => status !== main);
  const parts: [string, (JsonSchema | undefined)[]][] = [
    ['parameters', Object.values(source.parameters ?? {}).map(({ schema }) => schema)],
    ['request', [source.request?.schema]],
    ...responses.map(([status, { schema }]): [string, (JsonSchema | undefined)[]] => [`response ${status}`, [schema]]),
  ];
  return parts.flatMap(([part, schemas]) =>
    unsupportedIn(scopeOf(id, part), schemas, models, notes).map(({ where, message }) => ({
      where,
      message: `${message}: in the ${scopeOf(id, part)}, anything is allowed there`,
    })),
  );
}
