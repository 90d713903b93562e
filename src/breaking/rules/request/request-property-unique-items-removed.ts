import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-unique-items-removed`. */
export const requestPropertyUniqueItemsRemoved: BreakingRule = {
  id: 'request-property-unique-items-removed',
  changes: ['unique-items-removed'],
  direction: 'request',
  level: 'compatible',
  says: () => 'may now hold an item twice',
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'array', items: STRING, uniqueItems: true } }),
    object({ value: { type: 'array', items: STRING } }),
  ),
};
