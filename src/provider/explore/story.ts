import { type JsonObject, type JsonValue, ownMember } from '../../contract';
import type { Exchange } from '../exchange';
import type { PlannedCall } from './call';

/** What should have come back of the last call. */
export interface Expected {
  /** Where it is open, there is none. */
  readonly status?: string | undefined;
  /** Members of the body that are known. */
  readonly body?: JsonObject;
}

/** What led to a finding: the calls in their order, and what would have been right. */
export interface Story {
  /** How the service was set up before the first call. */
  readonly planned: PlannedCall;
  /** How it would be set up for the last call alone, where that is another way. */
  readonly last?: PlannedCall;
  /** What the setup of the states gave. */
  readonly values: JsonObject;
  readonly exchanges: readonly Exchange[];
  readonly expected: Expected;
}

/** The members of an answer that are known beforehand: those that were written, and one that was there before. */
export function expectedBody(
  names: readonly string[],
  request: JsonValue,
  before: JsonObject,
  pointer: string,
): JsonObject {
  const written =
    typeof request === 'object' && request !== null && !Array.isArray(request) ? (request as JsonObject) : {};
  const member = pointer.split('/')[1];
  const known = names.flatMap((name): [string, JsonValue][] => {
    const value = ownMember(written, name) ?? (name === member ? ownMember(before, name) : undefined);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(known);
}
