import type { JsonObject } from '../../contract';

/** What became of a provider state that was asked for. */
export type StateOutcome =
  /** It is set up. `values` are put where the pact takes values of states: `token` in the authorization. */
  | { readonly kind: 'done'; readonly values: JsonObject }
  /** The service cannot be brought into it: the interaction is not covered, which is neither passed nor failed. */
  | { readonly kind: 'declined'; readonly reason: string }
  /** It should have worked, and did not. */
  | { readonly kind: 'failed'; readonly message: string };

export type StateAction = 'setup' | 'teardown';

/** Brings a service into provider states. Never throws: what went wrong is an outcome. */
export type StateKeeper = (state: string, params: JsonObject, action: StateAction) => Promise<StateOutcome>;

/** Nothing had to be done, and nothing came of it. */
export const DONE: StateOutcome = { kind: 'done', values: {} };
