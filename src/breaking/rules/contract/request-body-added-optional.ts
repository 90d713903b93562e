import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-body-added-optional`. */
export const requestBodyAddedOptional: BreakingRule = {
  id: 'request-body-added-optional',
  changes: ['optional-request-body-added'],
  direction: 'contract',
  level: 'compatible',
  says: () => 'may now have a body',
  because: STILL_TAKEN,
  example: inOperation({}, { request: { schema: { type: 'object' }, required: false } }),
};
