import type { JsonObject } from '../../contract';
import type { SentRequest } from '../exchange';

/** What became of a provider state that was asked for. */
export type StateOutcome =
  /** It is set up. `values` are put where the pact takes values of states: `token` in the authorization. */
  | {
      readonly kind: 'done';
      readonly values: JsonObject;
      /** Places of the answer, as JSON pointers, that could not be set up: `''` for all of it. */
      readonly cannot?: readonly string[];
      /** The resource as it was set up, where it is another one than the parameters say. */
      readonly resource?: JsonObject;
    }
  /** The service cannot be brought into it: the interaction is not covered, which is neither passed nor failed. */
  | { readonly kind: 'declined'; readonly reason: string }
  /** It should have worked, and did not. */
  | {
      readonly kind: 'failed';
      readonly message: string;
      /** The call that set it up and what came back, or the error, line by line. */
      readonly setup?: string;
    };

/** The two things that are done with a state, as Pact names them. */
export type StateAction = 'setup' | 'teardown';

/** A call over HTTP that changes a state. */
export interface StateCall {
  readonly baseUrl: URL;
  readonly request: SentRequest;
}

/** Brings a service into provider states. */
export interface StateKeeper {
  /** Never throws: what went wrong is an outcome. */
  (state: string, params: JsonObject, action: StateAction): Promise<StateOutcome>;
  /** The call that does it, where states are set up over HTTP: for whoever wants to do the same by hand. */
  readonly callFor?: (state: string, params: JsonObject, action: StateAction) => StateCall;
}

/** Nothing had to be done, and nothing came of it. */
export const DONE: StateOutcome = { kind: 'done', values: {} };
