import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-property-min-items-decreased`. */
export const responsePropertyMinItemsDecreased: BreakingRule = {
  id: 'response-property-min-items-decreased',
  changes: ['min-items-decreased'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now hold fewer items: ${after}, before ${before}`,
  because: 'Readers count on the old limit: the first one is there, the rest fits the page.',
  example: inResponse(
    object({ value: { type: 'array', items: STRING, minItems: 1 } }),
    object({ value: { type: 'array', items: STRING } }),
  ),
};
