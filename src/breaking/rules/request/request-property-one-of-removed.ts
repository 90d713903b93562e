import type { BreakingRule } from '../../rule';
import { INTEGER, inRequest, object, STRING } from '../example';

/** `request-property-one-of-removed`. */
export const requestPropertyOneOfRemoved: BreakingRule = {
  id: 'request-property-one-of-removed',
  changes: ['one-of-removed'],
  direction: 'request',
  level: 'breaking',
  says: ({ subject }) => `may no longer be ${subject}`,
  because: 'Values of this shape are refused from now on.',
  example: inRequest(
    object({ value: { oneOf: [STRING, INTEGER, { type: 'boolean' }] } }),
    object({ value: { oneOf: [STRING, INTEGER] } }),
  ),
};
