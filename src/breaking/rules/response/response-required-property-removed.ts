import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-required-property-removed`. */
export const responseRequiredPropertyRemoved: BreakingRule = {
  id: 'response-required-property-removed',
  changes: ['required-property-removed', 'required-property-removed-from-closed'],
  direction: 'response',
  level: 'breaking',
  says: () => 'is no longer sent: it was always there',
  because: 'Who reads it meets answers without it.',
  example: inResponse(object({ id: STRING, name: STRING }), object({ id: STRING })),
};
