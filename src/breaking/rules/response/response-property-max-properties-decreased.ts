import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-max-properties-decreased`. */
export const responsePropertyMaxPropertiesDecreased: BreakingRule = {
  id: 'response-property-max-properties-decreased',
  changes: ['max-properties-decreased'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may no longer have as many members: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'object', additionalProperties: STRING, maxProperties: 2 } }),
    object({ value: { type: 'object', additionalProperties: STRING, maxProperties: 1 } }),
  ),
};
