import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-multiple-of-generalized`. */
export const requestPropertyMultipleOfGeneralized: BreakingRule = {
  id: 'request-property-multiple-of-generalized',
  changes: ['multiple-of-generalized'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now lie between the steps: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'integer', multipleOf: 10 } }),
    object({ value: { type: 'integer', multipleOf: 5 } }),
  ),
};
