import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `request-property-removed`. */
export const requestPropertyRemoved: BreakingRule = {
  id: 'request-property-removed',
  changes: ['required-property-removed', 'optional-property-removed'],
  direction: 'request',
  level: 'warning',
  says: () => 'is no longer known: who sends it is not heard',
  because: 'The request is still taken, but what the sender asked for is not done.',
  example: inRequest(object({ id: STRING, name: STRING }), object({ id: STRING })),
};
