import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-became-optional`. */
export const requestPropertyBecameOptional: BreakingRule = {
  id: 'request-property-became-optional',
  changes: ['became-optional'],
  direction: 'request',
  level: 'compatible',
  says: () => 'may now be absent',
  because: STILL_TAKEN,
  example: inRequest(object({ name: STRING }), object({ name: STRING }, [])),
};
