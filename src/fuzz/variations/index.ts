import { again } from './again';
import { keyOrder } from './key-order';
import { unknownMember } from './unknown-member';
import type { Variation } from './variation';
import { whiteSpace } from './white-space';

export type { Variation } from './variation';
export { again, unknownMember };

/** What is tried on a response that was read well. */
export const VARIATIONS: readonly Variation[] = [again, whiteSpace, keyOrder, unknownMember];
