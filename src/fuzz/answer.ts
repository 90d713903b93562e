import { describeThrown, type Thrown } from './error-facts';
import type { ParseFunction, ParserResponse } from './parser';

/** What came of one call of a parser. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown; readonly isAsync: boolean }
  /** Taken, by a parser that does not show what it made of it. */
  | { readonly kind: 'taken'; readonly isAsync: true }
  | {
      readonly kind: 'thrown';
      readonly error: Thrown;
      readonly isAsync: boolean;
      /** Whether the parser says itself that this is its way of saying no; else the error's class tells. */
      readonly isRefusal?: boolean;
    }
  /** A promise that was not settled in time. */
  | { readonly kind: 'pending'; readonly isAsync: true };

/** Whether a value is a promise; what throws when it is asked, as a proxy that knows its members, is none. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

/** So many turns of the event loop are left to a promise when its time is over: it may not have had any until then. */
const LAST_TURNS = 100;

/** The answer that a promise comes to within so many milliseconds. */
function settled(promise: PromiseLike<unknown>, limit: number): Promise<Answer> {
  return new Promise((settle) => {
    const givenUp = (left: number): void => {
      if (left === 0) settle({ kind: 'pending', isAsync: true });
      else last = setImmediate(givenUp, left - 1);
    };
    let last: NodeJS.Immediate | undefined;
    const timer = setTimeout(givenUp, limit, LAST_TURNS);
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      clearImmediate(last);
      settle(answer);
    };
    promise.then(
      (value) => end({ kind: 'value', value, isAsync: true }),
      (error: unknown) => end({ kind: 'thrown', error: describeThrown(error), isAsync: true }),
    );
  });
}

/** Calls a parser. Whatever it does, short of ending the process or keeping it busy, becomes an answer. */
export function attempt(
  parse: ParseFunction,
  body: string,
  response: ParserResponse,
  limit: number,
): Answer | Promise<Answer> {
  try {
    const value = parse(body, response);
    return isThenable(value) ? settled(value, limit) : { kind: 'value', value, isAsync: false };
  } catch (error) {
    return { kind: 'thrown', error: describeThrown(error), isAsync: false };
  }
}
