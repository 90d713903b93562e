import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-max-items-increased`. */
export const requestPropertyMaxItemsIncreased: BreakingRule = {
  id: 'request-property-max-items-increased',
  changes: ['max-items-increased'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now hold more items: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'array', items: STRING, maxItems: 1 } }),
    object({ value: { type: 'array', items: STRING, maxItems: 2 } }),
  ),
};
