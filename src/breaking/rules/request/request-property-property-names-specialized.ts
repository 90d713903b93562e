import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `request-property-property-names-specialized`. */
export const requestPropertyPropertyNamesSpecialized: BreakingRule = {
  id: 'request-property-property-names-specialized',
  changes: ['property-names-specialized'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may only have members of certain names: ${after}, before ${before}`,
  because: 'Members of other names are refused from now on.',
  example: inRequest(
    object({ value: { type: 'object', additionalProperties: STRING } }),
    object({ value: { type: 'object', additionalProperties: STRING, propertyNames: { maxLength: 4 } } }),
  ),
};
