import type { BreakingRule } from '../../rule';
import { INTEGER, inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-one-of-added`. */
export const requestPropertyOneOfAdded: BreakingRule = {
  id: 'request-property-one-of-added',
  changes: ['one-of-added'],
  direction: 'request',
  level: 'compatible',
  says: ({ subject }) => `may now be ${subject}, too`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { oneOf: [STRING, INTEGER] } }),
    object({ value: { oneOf: [STRING, INTEGER, { type: 'boolean' }] } }),
  ),
};
