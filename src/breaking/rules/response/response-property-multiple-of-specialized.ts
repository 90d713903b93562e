import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-multiple-of-specialized`. */
export const responsePropertyMultipleOfSpecialized: BreakingRule = {
  id: 'response-property-multiple-of-specialized',
  changes: ['multiple-of-specialized'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may only have wider steps: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'integer', multipleOf: 5 } }),
    object({ value: { type: 'integer', multipleOf: 10 } }),
  ),
};
