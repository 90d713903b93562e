import type { BreakingRule } from '../../rule';
import { INTEGER, inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-any-of-removed`. */
export const responsePropertyAnyOfRemoved: BreakingRule = {
  id: 'response-property-any-of-removed',
  changes: ['any-of-removed'],
  direction: 'response',
  level: 'compatible',
  says: ({ subject }) => `may no longer be ${subject}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { anyOf: [STRING, INTEGER, { type: 'boolean' }] } }),
    object({ value: { anyOf: [STRING, INTEGER] } }),
  ),
};
