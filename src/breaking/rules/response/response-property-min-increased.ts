import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-min-increased`. */
export const responsePropertyMinIncreased: BreakingRule = {
  id: 'response-property-min-increased',
  changes: ['min-increased'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may no longer be as little: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'integer', minimum: 1 } }),
    object({ value: { type: 'integer', minimum: 2 } }),
  ),
};
