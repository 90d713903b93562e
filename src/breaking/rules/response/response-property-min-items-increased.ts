import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-min-items-increased`. */
export const responsePropertyMinItemsIncreased: BreakingRule = {
  id: 'response-property-min-items-increased',
  changes: ['min-items-increased'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may no longer hold as few items: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'array', items: STRING } }),
    object({ value: { type: 'array', items: STRING, minItems: 1 } }),
  ),
};
