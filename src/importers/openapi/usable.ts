import type { JsonSchema, OperationSource } from '../../contract';
import type { AnswerProblems } from '../answer-problem';
import { mainStatus } from '../main-status';
import type { Models } from '../print-module';
import type { DocumentWarning } from '../report';
import { reachable } from './models';
import type { Notes } from './notes';
import type { Found } from './operations';
import { placeName } from './place';
import { scopeOf } from './read-operation';
import type { Touching } from './together';

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

/** Why an operation cannot be used: no successful answer can be made, perhaps for what a contract cannot express. */
export function reasonsAgainst(
  found: Found,
  source: OperationSource,
  models: Models,
  notes: Notes,
  problems: AnswerProblems,
): DocumentWarning[] {
  const status = mainStatus(source);
  const schema = status === undefined ? undefined : source.responses[status]?.schema;
  const unsupported = unsupportedIn(scopeOf(found.id, `response ${status}`), [schema], models, notes);
  const problem = schema === undefined ? unsupported[0]?.message : problems.of(source);
  if (problem === undefined) return [];
  return unsupported.length > 0 ? unsupported : [{ where: placeName(found.place), message: problem }];
}

/** What the successful answer holds that a contract cannot express, where answers can be made without it. */
export function leftOut(id: string, source: OperationSource, models: Models, notes: Notes): DocumentWarning[] {
  const main = mainStatus(source);
  const part = scopeOf(id, `response ${main}`);
  const schema = main === undefined ? undefined : source.responses[main]?.schema;
  return unsupportedIn(part, [schema], models, notes).map(({ where, message }) => ({
    where,
    message: `${message}: what holds it is judged by the rest, and no value of it is made in answers`,
  }));
}

/** What the other parts hold: they are taken for less than they say. */
export function otherParts(id: string, source: OperationSource, models: Models, notes: Notes): Touching[] {
  const main = mainStatus(source);
  const responses = Object.entries(source.responses).filter(([status]) => status !== main);
  const parts: [string, (JsonSchema | undefined)[]][] = [
    ['parameters', Object.values(source.parameters ?? {}).map(({ schema }) => schema)],
    ['request', [source.request?.schema]],
    ...Object.entries(source.responses).map(([status, { headers = {} }]): [string, (JsonSchema | undefined)[]] => [
      `headers ${status}`,
      Object.values(headers).map(({ schema }) => schema),
    ]),
    ...responses.map(([status, { schema }]): [string, (JsonSchema | undefined)[]] => [`response ${status}`, [schema]]),
  ];
  return parts.flatMap(([part, schemas]) =>
    unsupportedIn(scopeOf(id, part), schemas, models, notes).map(({ where, message }) => ({
      where,
      name: scopeOf(id, part),
      message: (parts: string) => `${message}: in the ${parts}, what holds it is judged by the rest`,
    })),
  );
}
