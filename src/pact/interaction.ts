import type { JsonValue, Method, StateValues } from '../contract';

/** How Pact compares one value: `{ match: 'regex', regex: '^...$' }`, as the specification writes it in a pact file. */
export type Matcher =
  | { readonly match: 'type'; readonly min?: number }
  | { readonly match: 'regex'; readonly regex: string }
  | { readonly match: 'integer' | 'number' | 'null' | 'values' | 'equality' }
  | {
      readonly match: 'eachKey';
      readonly rules: readonly { readonly match: 'regex'; readonly regex: string }[];
      readonly value: string;
    };

/** What is expected of the value at a path of Pact's own language, `$.groups[*]`. `OR` where one matcher is enough. */
export interface MatchingRule {
  readonly path: string;
  readonly combine: 'AND' | 'OR';
  readonly matchers: readonly Matcher[];
}

/** A provider state with its parameters: what the service is asked to be in before the request. */
export interface State {
  readonly name: string;
  readonly params?: { readonly [name: string]: JsonValue };
}

/** A header or a query parameter of a request: an example, what others do as well, and what Pact puts in its place. */
export interface MatchedText {
  readonly value: string;
  readonly regex?: string;
  /** With `${token}`, from the answer of the state's setup. */
  readonly expression?: string;
}

/** The call of an interaction, all its places filled in. */
export interface InteractionRequest {
  readonly method: Method;
  readonly path: string;
  /** The path with `${name}` where the setup of a state gives what stands there. */
  readonly pathExpression?: string;
  /** The parameters that the path was filled with, by name. */
  readonly pathParameters: { readonly [name: string]: string };
  /** By name, in the order in which they are sent. */
  readonly query: { readonly [name: string]: readonly MatchedText[] };
  readonly headers: { readonly [name: string]: MatchedText };
  readonly body?: JsonValue;
  /** Places of the body that the setup of a state gives. */
  readonly values?: StateValues;
}

/** The answer that an interaction expects: an example, and the rules that hold its values. */
export interface InteractionResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: MatchedText };
  readonly body?: JsonValue;
  readonly rules: readonly MatchingRule[];
  /** Places of the body that come back as the setup of a state gave them. */
  readonly values?: StateValues;
}

/** One request and the answer that the consumer expects of it. Plain data: the consumer test runs it, Pact writes it. */
export interface Interaction {
  /** Its description in the pact file: `updateMyUser 200 CASE`. */
  readonly id: string;
  readonly consumer: string;
  readonly provider: string;
  readonly operation: string;
  /** The case whose body the answer is; of the successful answers only. */
  readonly caseId?: string;
  readonly states: readonly State[];
  readonly request: InteractionRequest;
  readonly response: InteractionResponse;
}
