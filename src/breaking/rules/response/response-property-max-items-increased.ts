import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-property-max-items-increased`. */
export const responsePropertyMaxItemsIncreased: BreakingRule = {
  id: 'response-property-max-items-increased',
  changes: ['max-items-increased'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now hold more items: ${after}, before ${before}`,
  because: 'Readers count on the old limit: the first one is there, the rest fits the page.',
  example: inResponse(
    object({ value: { type: 'array', items: STRING, maxItems: 1 } }),
    object({ value: { type: 'array', items: STRING, maxItems: 2 } }),
  ),
};
