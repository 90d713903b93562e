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
import { membersOf, pathNoun, type Resource, resourceOf } from './resource';

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
  // A collection is there, whatever is in it.
  if (status === '404' && Object.values(operation.parameters ?? {}).some(({ in: place }) => place === 'path'))
    return { states: [stateWith(`no such ${noun}`, pathParams(operation, true))] };
  return {};
}

/** The words of what an operation is sent, where that is an object. */
const sentMembers = ({ request }: OperationSource, models: Models): string[] =>
  Object.keys(membersOf(request?.schema, models) ?? {});

/** Whether an operation makes what it answers with: a `POST` that answers 201, or with what it is sent. */
function isCreation(operation: OperationSource, resource: Resource | undefined, models: Models): boolean {
  if (operation.method !== 'POST' || resource === undefined || operation.update !== undefined) return false;
  const shared = sentMembers(operation, models).filter((name) => Object.hasOwn(resource.members, name));
  const isSame = operation.request?.schema.$ref === operation.responses[mainStatus(operation) ?? '']?.schema?.$ref;
  return (
    shared.length > 0 && (mainStatus(operation) === '201' || (isSame && operation.request?.schema.$ref !== undefined))
  );
}

/** What a refusal is about: the resource, else what the path names, so that all operations on it have one name for it. */
const nounOf = ({ path }: OperationSource, resource: Resource | undefined): string =>
  resource?.words.join(' ') ?? (pathNoun(path) || 'resource');

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
    if (status !== main) return refusing(status, nounOf(operation, resource), operation);
    // What is created echoes its request: nobody has to be told the answer.
    if (operation.creates === true) return { states: [stateWith(`${id} succeeds`, pathParams(operation, true))] };
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
      const creates = plain.creates ?? isCreation(plain, resource, models);
      const operation = {
        ...plain,
        ...(plain.parameters === undefined ? {} : { parameters }),
        ...(creates ? { creates } : {}),
      };
      return [id, { ...operation, responses: withState(id, operation, resource) }];
    }),
  );
