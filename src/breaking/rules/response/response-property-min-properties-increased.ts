import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-min-properties-increased`. */
export const responsePropertyMinPropertiesIncreased: BreakingRule = {
  id: 'response-property-min-properties-increased',
  changes: ['min-properties-increased'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may no longer have as few members: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'object', additionalProperties: STRING } }),
    object({ value: { type: 'object', additionalProperties: STRING, minProperties: 1 } }),
  ),
};
