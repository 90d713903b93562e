import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-property-property-names-generalized`. */
export const responsePropertyPropertyNamesGeneralized: BreakingRule = {
  id: 'response-property-property-names-generalized',
  changes: ['property-names-generalized'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now have members of other names: ${after}, before ${before}`,
  because: 'Names come that the reader has no place for.',
  example: inResponse(
    object({ value: { type: 'object', additionalProperties: STRING, propertyNames: { maxLength: 4 } } }),
    object({ value: { type: 'object', additionalProperties: STRING } }),
  ),
};
