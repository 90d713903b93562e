import type { BreakingRule } from '../../rule';
import { CLOSED, inResponse, object, STRING } from '../example';

/** `response-property-added-to-closed-object`. */
export const responsePropertyAddedToClosedObject: BreakingRule = {
  id: 'response-property-added-to-closed-object',
  changes: ['required-property-added-to-closed', 'optional-property-added-to-closed'],
  direction: 'response',
  level: 'breaking',
  says: () => 'is new, where the contract said that no other member comes',
  because: 'Readers may refuse members that the contract said would never come.',
  example: inResponse(
    object({ id: STRING }, undefined, CLOSED),
    object({ id: STRING, name: STRING }, undefined, CLOSED),
  ),
};
