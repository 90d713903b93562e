import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-property-unique-items-removed`. */
export const responsePropertyUniqueItemsRemoved: BreakingRule = {
  id: 'response-property-unique-items-removed',
  changes: ['unique-items-removed'],
  direction: 'response',
  level: 'breaking',
  says: () => 'may now hold an item twice',
  because: 'A reader that takes the items for keys or for a set loses some.',
  example: inResponse(
    object({ value: { type: 'array', items: STRING, uniqueItems: true } }),
    object({ value: { type: 'array', items: STRING } }),
  ),
};
