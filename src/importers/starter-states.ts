import {
  childPointer,
  type OperationSource,
  type ResponseSource,
  type StateTemplate,
  type Template,
} from '../contract';
import { addressed } from './addresses';
import { mainStatus } from './main-status';
import type { Models } from './print-module';
import { type Resource, resourceOf } from './resource';

type Operations = Readonly<Record<string, OperationSource>>;

const camelCase = ([first = '', ...rest]: readonly string[]): string =>
  first + rest.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join('');

type Params = Readonly<Record<string, Template>>;

/** What a state is told of the path that will be called: the parameters that are no member of a resource, or all. */
const pathParams = ({ parameters = {} }: OperationSource, isAll: boolean): Params =>
  Object.fromEntries(
    Object.entries(parameters)
      .filter(([, { in: place, value }]) => place === 'path' && (isAll || value === undefined))
      .map(([key, { name = key }]) => [name, { $from: 'path', pointer: childPointer('', name) }]),
  );

const stateWith = (name: string, params: Params): StateTemplate =>
  Object.keys(params).length === 0 ? { name } : { name, params };

/** By the sound that a word begins with: `a user`, `a unit`, `an update`. */
const article = (noun: string): string => (/^(?!eu|u[rst][aeiou]|uni)[aeiou]/.test(noun) ? 'an' : 'a');

/** The state in which just the resource of a case exists. */
function existing(words: readonly string[], operation: OperationSource): StateTemplate {
  const noun = words.join(' ');
  const params = { [camelCase(words)]: { $from: 'before' }, ...pathParams(operation, false) } as const;
  return { name: `${article(noun)} ${noun} exists`, params };
}

/** What a provider is asked for where the answer is no resource: the answer that is expected, if there is one. */
const answering = (id: string, { schema }: ResponseSource, operation: OperationSource): StateTemplate =>
  schema === undefined
    ? stateWith(`${id} succeeds`, pathParams(operation, true))
    : { name: `${id} answers as given`, params: { answer: { $from: 'response' }, ...pathParams(operation, false) } };

const isGuarded = ({ security }: OperationSource): boolean => security !== undefined && security.scheme !== 'none';

/** What leads to a refusal, by what the statuses of HTTP mean; nothing where that is not known. */
function refusing(status: string, noun: string, operation: OperationSource): Partial<ResponseSource> {
  if (status === '401' && isGuarded(operation))
    return { states: [{ name: 'the caller has no valid token' }], provokedBy: 'invalid credentials' };
  if (status === '403' && isGuarded(operation)) return { states: [{ name: `the caller may not use the ${noun}` }] };
  if (status === '404') return { states: [stateWith(`no such ${noun}`, pathParams(operation, true))] };
  return {};
}

function withState(
  id: string,
  operation: OperationSource,
  resource: Resource | undefined,
): OperationSource['responses'] {
  const main = mainStatus(operation);
  // What is created exists only afterwards; of it, and of what is no resource, the state is the answer as given.
  const kept = operation.method === 'POST' ? undefined : resource;
  const statesFor = (status: string, response: ResponseSource): Partial<ResponseSource> => {
    if (response.states !== undefined) return {};
    if (status !== main) return refusing(status, resource?.words.join(' ') ?? 'resource', operation);
    return { states: [kept === undefined ? answering(id, response, operation) : existing(kept.words, operation)] };
  };
  return Object.fromEntries(
    Object.entries(operation.responses).map(([status, response]) => [
      status,
      { ...response, ...statesFor(status, response) },
    ]),
  );
}

/**
 * Operations of a document, which names no states, with those that their answers need: one that leads to the successful
 * answer, and one for each refusal whose meaning HTTP settles. What the path names the resource by is taken from it.
 */
export const withStates = (operations: Operations, models: Models): Operations =>
  Object.fromEntries(
    Object.entries(operations).map(([id, plain]) => {
      const resource = resourceOf(plain, models);
      const parameters = addressed(plain, resource, models);
      const operation = plain.parameters === undefined ? plain : { ...plain, parameters };
      return [id, { ...operation, responses: withState(id, operation, resource) }];
    }),
  );
