import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-property-max-properties-increased`. */
export const responsePropertyMaxPropertiesIncreased: BreakingRule = {
  id: 'response-property-max-properties-increased',
  changes: ['max-properties-increased'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now have more members: ${after}, before ${before}`,
  because: 'Readers count on the old limit: the first one is there, the rest fits the page.',
  example: inResponse(
    object({ value: { type: 'object', additionalProperties: STRING, maxProperties: 1 } }),
    object({ value: { type: 'object', additionalProperties: STRING, maxProperties: 2 } }),
  ),
};
