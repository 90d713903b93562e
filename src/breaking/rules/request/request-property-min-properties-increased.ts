import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `request-property-min-properties-increased`. */
export const requestPropertyMinPropertiesIncreased: BreakingRule = {
  id: 'request-property-min-properties-increased',
  changes: ['min-properties-increased'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may no longer have as few members: ${after}, before ${before}`,
  because: 'Values that kept the old limit are refused from now on.',
  example: inRequest(
    object({ value: { type: 'object', additionalProperties: STRING } }),
    object({ value: { type: 'object', additionalProperties: STRING, minProperties: 1 } }),
  ),
};
