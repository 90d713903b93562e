import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-became-not-enum`. */
export const requestPropertyBecameNotEnum: BreakingRule = {
  id: 'request-property-became-not-enum',
  changes: ['became-not-enum'],
  direction: 'request',
  level: 'compatible',
  says: ({ before }) => `may now be any value of its type, and was ${before}`,
  because: STILL_TAKEN,
  example: inRequest(object({ value: { enum: ['on', 'off'] } }), object({ value: { type: 'string' } })),
};
