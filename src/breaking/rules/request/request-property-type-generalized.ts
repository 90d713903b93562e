import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-type-generalized`. */
export const requestPropertyTypeGeneralized: BreakingRule = {
  id: 'request-property-type-generalized',
  changes: ['type-generalized'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now be ${after}, and was ${before}`,
  because: STILL_TAKEN,
  example: inRequest(object({ value: { type: 'integer' } }), object({ value: { type: 'number' } })),
};
