import type { BreakingRule } from '../../rule';
import { INTEGER, inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-one-of-removed`. */
export const responsePropertyOneOfRemoved: BreakingRule = {
  id: 'response-property-one-of-removed',
  changes: ['one-of-removed'],
  direction: 'response',
  level: 'compatible',
  says: ({ subject }) => `may no longer be ${subject}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({ value: { oneOf: [STRING, INTEGER, { type: 'boolean' }] } }),
    object({ value: { oneOf: [STRING, INTEGER] } }),
  ),
};
