import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-max-decreased`. */
export const responsePropertyMaxDecreased: BreakingRule = {
  id: 'response-property-max-decreased',
  changes: ['max-decreased'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may no longer be as great: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'integer', maximum: 20 } }),
    object({ value: { type: 'integer', maximum: 10 } }),
  ),
};
