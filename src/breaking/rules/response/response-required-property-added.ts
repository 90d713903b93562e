import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-required-property-added`. */
export const responseRequiredPropertyAdded: BreakingRule = {
  id: 'response-required-property-added',
  changes: ['required-property-added'],
  direction: 'response',
  level: 'compatible',
  says: () => 'is new, and always there',
  because: 'Readers pass over members that they do not know, where the contract lets others come.',
  example: inResponse(object({ id: STRING }), object({ id: STRING, name: STRING })),
};
