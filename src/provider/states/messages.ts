import type { StateAction, StateOutcome } from './keeper';

/** What handlers are told beside the parameters: see StateContext. */
export interface Around {
  readonly providerBaseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the program of handlers is asked. */
export type Question =
  | { readonly kind: 'load'; readonly files: readonly string[]; readonly cwd: string; readonly around: Around }
  /** `params` is JSON: numbers keep their digits. */
  | { readonly kind: 'change'; readonly state: string; readonly params: string; readonly action: StateAction };

/** What it says. `key` is known to it and its parent alone: handlers may send messages of their own. */
export type Reply = { readonly key: string } & (
  | { readonly kind: 'loaded' }
  | { readonly kind: 'unusable'; readonly message: string; readonly next: string | undefined }
  /** `outcome` is JSON of a StateOutcome. */
  | { readonly kind: 'changed'; readonly outcome: string }
  /** A handler threw, or rejected, after it had ended. */
  | { readonly kind: 'late'; readonly state: string; readonly action: StateAction; readonly message: string }
);

/** Returns an outcome as it travels. */
export const outcomeText = (outcome: StateOutcome): string => JSON.stringify(outcome);
