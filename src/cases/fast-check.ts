import type * as FastCheck from 'fast-check';

/** fast-check, loaded at the first use: commands that generate nothing do not pay for it. */
export const fastCheck = (): typeof FastCheck => require('fast-check') as typeof FastCheck;
