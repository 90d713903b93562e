import type { BreakingRule } from '../../rule';
import { INTEGER, inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-any-of-added`. */
export const requestPropertyAnyOfAdded: BreakingRule = {
  id: 'request-property-any-of-added',
  changes: ['any-of-added'],
  direction: 'request',
  level: 'compatible',
  says: ({ subject }) => `may now be ${subject}, too`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { anyOf: [STRING, INTEGER] } }),
    object({ value: { anyOf: [STRING, INTEGER, { type: 'boolean' }] } }),
  ),
};
