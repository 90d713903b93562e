import type { BreakingRule } from '../../rule';
import { INTEGER, inRequest, object, STRING } from '../example';

/** `request-property-any-of-removed`. */
export const requestPropertyAnyOfRemoved: BreakingRule = {
  id: 'request-property-any-of-removed',
  changes: ['any-of-removed'],
  direction: 'request',
  level: 'breaking',
  says: ({ subject }) => `may no longer be ${subject}`,
  because: 'Values of this shape are refused from now on.',
  example: inRequest(
    object({ value: { anyOf: [STRING, INTEGER, { type: 'boolean' }] } }),
    object({ value: { anyOf: [STRING, INTEGER] } }),
  ),
};
