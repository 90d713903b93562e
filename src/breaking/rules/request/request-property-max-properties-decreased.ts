import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `request-property-max-properties-decreased`. */
export const requestPropertyMaxPropertiesDecreased: BreakingRule = {
  id: 'request-property-max-properties-decreased',
  changes: ['max-properties-decreased'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may no longer have as many members: ${after}, before ${before}`,
  because: 'Values that kept the old limit are refused from now on.',
  example: inRequest(
    object({ value: { type: 'object', additionalProperties: STRING, maxProperties: 2 } }),
    object({ value: { type: 'object', additionalProperties: STRING, maxProperties: 1 } }),
  ),
};
