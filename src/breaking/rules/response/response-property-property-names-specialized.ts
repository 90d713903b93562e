import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-property-names-specialized`. */
export const responsePropertyPropertyNamesSpecialized: BreakingRule = {
  id: 'response-property-property-names-specialized',
  changes: ['property-names-specialized'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may only have members of certain names: ${after}, before ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { type: 'object', additionalProperties: STRING } }),
    object({ value: { type: 'object', additionalProperties: STRING, propertyNames: { maxLength: 4 } } }),
  ),
};
