import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-max-length-increased`. */
export const requestPropertyMaxLengthIncreased: BreakingRule = {
  id: 'request-property-max-length-increased',
  changes: ['max-length-increased'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now be longer: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'string', maxLength: 10 } }),
    object({ value: { type: 'string', maxLength: 20 } }),
  ),
};
