import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-unique-items-added`. */
export const responsePropertyUniqueItemsAdded: BreakingRule = {
  id: 'response-property-unique-items-added',
  changes: ['unique-items-added'],
  direction: 'response',
  level: 'compatible',
  says: () => 'may no longer hold an item twice',
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'array', items: STRING } }),
    object({ value: { type: 'array', items: STRING, uniqueItems: true } }),
  ),
};
