import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-property-min-properties-decreased`. */
export const responsePropertyMinPropertiesDecreased: BreakingRule = {
  id: 'response-property-min-properties-decreased',
  changes: ['min-properties-decreased'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now have fewer members: ${after}, before ${before}`,
  because: 'Readers count on the old limit: the first one is there, the rest fits the page.',
  example: inResponse(
    object({ value: { type: 'object', additionalProperties: STRING, minProperties: 1 } }),
    object({ value: { type: 'object', additionalProperties: STRING } }),
  ),
};
