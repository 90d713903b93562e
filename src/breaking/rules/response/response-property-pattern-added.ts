import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-pattern-added`. */
export const responsePropertyPatternAdded: BreakingRule = {
  id: 'response-property-pattern-added',
  changes: ['pattern-added'],
  direction: 'response',
  level: 'compatible',
  says: ({ after }) => `now keeps to a ${after}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'string' } }),
    object({ value: { type: 'string', pattern: '^[a-z]+$' } }),
  ),
};
