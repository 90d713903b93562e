import type { JsonSchema, OperationSource, ResponseSource, StateTemplate } from '../../contract';
import type { ImportedDocument, Models } from '../../importers';
import { isSuccess } from './plan';

type Operations = ImportedDocument['operations'];

/** `UserUpdateResp` as words: what a state is about. */
const wordsOf = (model: string): string[] =>
  model
    .replace(/(?:Resp|Response|Dto|DTO|Model)$/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());

const camelCase = ([first = '', ...rest]: readonly string[]): string =>
  first + rest.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join('');

/** The status of success: of several, the one that pacts are made of. */
const successOf = ({ responses }: OperationSource): string | undefined => Object.keys(responses).sort().find(isSuccess);

const REFERENCE = '#/$defs/';

/** Whether what fits a schema is surely an object: no list, no choice, nothing that may be null. */
function isObject(schema: JsonSchema | undefined, models: Models, entered: readonly string[] = []): boolean {
  const name = schema?.$ref?.slice(REFERENCE.length);
  if (name !== undefined) return !entered.includes(name) && isObject(models[name], models, [...entered, name]);
  const parts = schema?.allOf ?? [];
  return schema?.type === 'object' || parts.some((part) => typeof part === 'object' && isObject(part, models, entered));
}

/** The resource that an operation reads or changes, in words; `undefined` where it is no object, or has no name. */
function resourceOf(operation: OperationSource, models: Models): readonly string[] | undefined {
  const success = successOf(operation);
  const schema = success === undefined ? undefined : operation.responses[success]?.schema;
  if (!isObject(schema, models)) return undefined;
  const words = wordsOf(schema?.$ref?.slice(REFERENCE.length) ?? '');
  return words.length === 0 ? undefined : words;
}

/** The state in which just the resource of a case exists. */
function existing(words: readonly string[]): StateTemplate {
  const noun = words.join(' ');
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
  return { name: `${article} ${noun} exists`, params: { [camelCase(words)]: { $from: 'before' } } };
}

/** What leads to an answer of this status, by what the statuses of HTTP mean; nothing where that is not known. */
function statesFor(
  status: string,
  resource: readonly string[] | undefined,
  operation: OperationSource,
): Partial<ResponseSource> {
  const noun = resource?.join(' ') ?? 'resource';
  // What is created exists only afterwards; of it, and of what is no resource, the state is the answer as given.
  const isKept = resource !== undefined && operation.method !== 'POST';
  if (isSuccess(status)) return isKept && status === successOf(operation) ? { states: [existing(resource)] } : {};
  const isGuarded = operation.security !== undefined && operation.security.scheme !== 'none';
  if (status === '401' && isGuarded)
    return { states: [{ name: 'the caller has no valid token' }], provokedBy: 'invalid credentials' };
  if (status === '403' && isGuarded) return { states: [{ name: `the caller may not use the ${noun}` }] };
  if (status === '404') return { states: [{ name: `no such ${noun}` }] };
  return {};
}

/**
 * Operations with the provider states that their answers need: one in which just the resource of a case exists, and one
 * for each refusal whose meaning HTTP settles.
 */
export const withStates = ({ operations, models }: Pick<ImportedDocument, 'operations' | 'models'>): Operations =>
  Object.fromEntries(
    Object.entries(operations).map(([id, operation]) => {
      const resource = resourceOf(operation, models);
      const responses = Object.entries(operation.responses).map(([status, response]) => [
        status,
        { ...response, ...statesFor(status, resource, operation) },
      ]);
      return [id, { ...operation, responses: Object.fromEntries(responses) }];
    }),
  );

/** The names of the states of operations, each once. */
export const stateNames = (operations: Operations): string[] => [
  ...new Set(
    Object.values(operations).flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ states = [] }) => states.map(({ name }) => name)),
    ),
  ),
];
