import { printTextTree } from '../text-tree';
import type { Variation } from './variation';

/** The same response gives the same value. */
export const again: Variation = {
  rule: 'not-repeatable',
  difference: 'reading the same response again',
  make: printTextTree,
};
