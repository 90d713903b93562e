import type { OperationSource, ResponseSource, StateTemplate } from '../../contract';
import { isSuccess } from './plan';

type Operations = Readonly<Record<string, OperationSource>>;

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

/** What an operation answers with, in words; `undefined` where it is a list, or has no name. */
function answerOf({ responses }: OperationSource): readonly string[] | undefined {
  const success = Object.keys(responses).sort().find(isSuccess);
  const reference = success === undefined ? undefined : responses[success]?.schema?.$ref;
  const words = wordsOf(reference?.slice('#/$defs/'.length) ?? '');
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
  answered: readonly string[] | undefined,
  operation: OperationSource,
): Partial<ResponseSource> {
  const noun = answered?.join(' ') ?? 'resource';
  if (isSuccess(status)) return answered === undefined ? {} : { states: [existing(answered)] };
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
export const withStates = (operations: Operations): Operations =>
  Object.fromEntries(
    Object.entries(operations).map(([id, operation]) => {
      const answered = answerOf(operation);
      const responses = Object.entries(operation.responses).map(([status, response]) => [
        status,
        { ...response, ...statesFor(status, answered, operation) },
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
