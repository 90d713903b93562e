import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `request-property-unique-items-added`. */
export const requestPropertyUniqueItemsAdded: BreakingRule = {
  id: 'request-property-unique-items-added',
  changes: ['unique-items-added'],
  direction: 'request',
  level: 'breaking',
  says: () => 'may no longer hold an item twice',
  because: 'Requests with an item twice are refused from now on.',
  example: inRequest(
    object({ value: { type: 'array', items: STRING } }),
    object({ value: { type: 'array', items: STRING, uniqueItems: true } }),
  ),
};
