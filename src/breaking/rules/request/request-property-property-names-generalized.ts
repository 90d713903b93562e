import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-property-names-generalized`. */
export const requestPropertyPropertyNamesGeneralized: BreakingRule = {
  id: 'request-property-property-names-generalized',
  changes: ['property-names-generalized'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now have members of other names: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'object', additionalProperties: STRING, propertyNames: { maxLength: 4 } } }),
    object({ value: { type: 'object', additionalProperties: STRING } }),
  ),
};
