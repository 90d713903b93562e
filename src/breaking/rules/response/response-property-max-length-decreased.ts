import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-max-length-decreased`. */
export const responsePropertyMaxLengthDecreased: BreakingRule = {
  id: 'response-property-max-length-decreased',
  changes: ['max-length-decreased'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may no longer be as long: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'string', maxLength: 20 } }),
    object({ value: { type: 'string', maxLength: 10 } }),
  ),
};
