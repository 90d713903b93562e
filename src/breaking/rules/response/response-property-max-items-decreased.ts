import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-max-items-decreased`. */
export const responsePropertyMaxItemsDecreased: BreakingRule = {
  id: 'response-property-max-items-decreased',
  changes: ['max-items-decreased'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may no longer hold as many items: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'array', items: STRING, maxItems: 2 } }),
    object({ value: { type: 'array', items: STRING, maxItems: 1 } }),
  ),
};
