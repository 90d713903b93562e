import { type ErrorFacts, factsOf } from './error-facts';
import type { ParseFunction, ParserResponse } from './parser';

/** What came of one call of a parser. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown; readonly isAsync: boolean }
  | { readonly kind: 'thrown'; readonly error: ErrorFacts; readonly isAsync: boolean };

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** Calls a parser. Whatever it does, short of ending the process, becomes an answer. */
export function attempt(parse: ParseFunction, body: string, response: ParserResponse): Answer | Promise<Answer> {
  let value: unknown;
  try {
    value = parse(body, response);
  } catch (error) {
    return { kind: 'thrown', error: factsOf(error), isAsync: false };
  }
  if (!isThenable(value)) return { kind: 'value', value, isAsync: false };
  return Promise.resolve(value).then(
    (settled): Answer => ({ kind: 'value', value: settled, isAsync: true }),
    (error: unknown): Answer => ({ kind: 'thrown', error: factsOf(error), isAsync: true }),
  );
}
