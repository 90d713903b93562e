/** What a change does to the payloads, or to the calls, that are allowed. */
export interface Effect {
  /** Something is allowed that was not before: this breaks who reads it. */
  readonly widens: boolean;
  /** Something is no longer allowed: this breaks who sends it. */
  readonly narrows: boolean;
  /** Only a payload shows which of both it does, as of two patterns. */
  readonly unproven?: true;
}

/** More is allowed. */
export const WIDENS = { widens: true, narrows: false } as const satisfies Effect;
/** Less is allowed. */
export const NARROWS = { widens: false, narrows: true } as const satisfies Effect;
/** Something else is allowed. */
export const BOTH = { widens: true, narrows: true } as const satisfies Effect;
/** The same is allowed. */
export const NEITHER = { widens: false, narrows: false } as const satisfies Effect;
/** Something else may be allowed: a payload shows it. */
export const UNPROVEN = { widens: true, narrows: true, unproven: true } as const satisfies Effect;
