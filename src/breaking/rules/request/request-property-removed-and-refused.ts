import type { BreakingRule } from '../../rule';
import { CLOSED, inRequest, object, STRING } from '../example';

/** `request-property-removed-and-refused`. */
export const requestPropertyRemovedAndRefused: BreakingRule = {
  id: 'request-property-removed-and-refused',
  changes: ['required-property-removed-from-closed', 'optional-property-removed-from-closed'],
  direction: 'request',
  level: 'breaking',
  says: () => 'may no longer be sent',
  because: 'The object takes no members that are not declared: requests with it are refused.',
  example: inRequest(
    object({ id: STRING, name: STRING }, undefined, CLOSED),
    object({ id: STRING }, undefined, CLOSED),
  ),
};
