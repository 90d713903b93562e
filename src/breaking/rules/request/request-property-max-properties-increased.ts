import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-max-properties-increased`. */
export const requestPropertyMaxPropertiesIncreased: BreakingRule = {
  id: 'request-property-max-properties-increased',
  changes: ['max-properties-increased'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now have more members: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'object', additionalProperties: STRING, maxProperties: 1 } }),
    object({ value: { type: 'object', additionalProperties: STRING, maxProperties: 2 } }),
  ),
};
