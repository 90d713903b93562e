import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `new-optional-request-property`. */
export const newOptionalRequestProperty: BreakingRule = {
  id: 'new-optional-request-property',
  changes: ['optional-property-added', 'optional-property-added-to-closed'],
  direction: 'request',
  level: 'compatible',
  says: () => 'is new, and may be sent',
  because: STILL_TAKEN,
  example: inRequest(object({ id: STRING }), object({ id: STRING, name: STRING }, ['id'])),
};
