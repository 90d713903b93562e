import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `new-required-request-property`. */
export const newRequiredRequestProperty: BreakingRule = {
  id: 'new-required-request-property',
  changes: ['required-property-added', 'required-property-added-to-closed'],
  direction: 'request',
  level: 'breaking',
  says: () => 'is new, and must be sent',
  because: 'Requests without it are refused, and nobody sends it yet.',
  example: inRequest(object({ id: STRING }), object({ id: STRING, name: STRING })),
};
