import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-body-became-optional`. */
export const requestBodyBecameOptional: BreakingRule = {
  id: 'request-body-became-optional',
  changes: ['request-body-became-optional'],
  direction: 'contract',
  level: 'compatible',
  says: () => 'may now come without its body',
  because: STILL_TAKEN,
  example: inOperation(
    { request: { schema: { type: 'object' } } },
    { request: { schema: { type: 'object' }, required: false } },
  ),
};
