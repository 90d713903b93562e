import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-max-increased`. */
export const requestPropertyMaxIncreased: BreakingRule = {
  id: 'request-property-max-increased',
  changes: ['max-increased'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now be greater: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'integer', maximum: 10 } }),
    object({ value: { type: 'integer', maximum: 20 } }),
  ),
};
