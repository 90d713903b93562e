import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-min-length-decreased`. */
export const requestPropertyMinLengthDecreased: BreakingRule = {
  id: 'request-property-min-length-decreased',
  changes: ['min-length-decreased'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now be shorter: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'string', minLength: 2 } }),
    object({ value: { type: 'string', minLength: 1 } }),
  ),
};
