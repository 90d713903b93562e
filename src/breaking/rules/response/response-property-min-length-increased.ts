import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-min-length-increased`. */
export const responsePropertyMinLengthIncreased: BreakingRule = {
  id: 'response-property-min-length-increased',
  changes: ['min-length-increased'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may no longer be as short: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'string', minLength: 1 } }),
    object({ value: { type: 'string', minLength: 2 } }),
  ),
};
