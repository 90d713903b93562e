import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-optional-property-added`. */
export const responseOptionalPropertyAdded: BreakingRule = {
  id: 'response-optional-property-added',
  changes: ['optional-property-added'],
  direction: 'response',
  level: 'compatible',
  says: () => 'is new, and may be absent',
  because: 'Readers pass over members that they do not know, where the contract lets others come.',
  example: inResponse(object({ id: STRING }), object({ id: STRING, name: STRING }, ['id'])),
};
