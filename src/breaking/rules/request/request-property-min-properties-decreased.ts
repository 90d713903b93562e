import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-min-properties-decreased`. */
export const requestPropertyMinPropertiesDecreased: BreakingRule = {
  id: 'request-property-min-properties-decreased',
  changes: ['min-properties-decreased'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now have fewer members: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'object', additionalProperties: STRING, minProperties: 1 } }),
    object({ value: { type: 'object', additionalProperties: STRING } }),
  ),
};
