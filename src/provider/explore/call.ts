import type { JsonObject, JsonValue, Operation, Response } from '../../contract';
import type { PactState } from '../pact-interaction';

/** A header or query parameter as it is planned: a value, or what a state's values are put into (`Bearer ${token}`). */
export interface PlannedText {
  readonly value: string;
  readonly expression?: string;
}

/** A call that leads to one answer of an operation: the states before it, and the request. */
export interface PlannedCall {
  readonly states: readonly PactState[];
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly pathExpression?: string;
    readonly query: { readonly [name: string]: readonly PlannedText[] };
    readonly headers: { readonly [name: string]: PlannedText };
  };
}

/** What a call is about. */
export interface CallSources {
  readonly before: JsonObject;
  readonly request: JsonValue | undefined;
}

/** Plans the call that leads to an answer; `undefined` where the contract names no states for it. */
export type CallFor = (operation: Operation, response: Response, sources: CallSources) => PlannedCall | undefined;

/** A text with the values of states put in; as planned where a state did not give one. */
export function filledText({ value, expression }: PlannedText, values: JsonObject): string {
  if (expression === undefined) return value;
  let isComplete = true;
  const filled = expression.replace(/\$\{(\w+)\}/g, (_place, name: string) => {
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    isComplete &&= given !== undefined;
    return String(given);
  });
  return isComplete ? filled : value;
}
