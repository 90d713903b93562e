import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-format-specialized`. */
export const responsePropertyFormatSpecialized: BreakingRule = {
  id: 'response-property-format-specialized',
  changes: ['format-specialized'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `now keeps to a format: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'string' } }),
    object({ value: { type: 'string', format: 'date-time' } }),
  ),
};
