import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-min-decreased`. */
export const requestPropertyMinDecreased: BreakingRule = {
  id: 'request-property-min-decreased',
  changes: ['min-decreased'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now be less: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'integer', minimum: 2 } }),
    object({ value: { type: 'integer', minimum: 1 } }),
  ),
};
