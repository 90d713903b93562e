import type { Variation } from './variation';

/** The same response gives the same value: this one is asked with the very text that it had. */
export const again: Variation = {
  rule: 'not-repeatable',
  difference: 'reading the same response again',
  make: (_body, _turn, _declared, text) => text,
};
