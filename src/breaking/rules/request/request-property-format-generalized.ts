import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-format-generalized`. */
export const requestPropertyFormatGeneralized: BreakingRule = {
  id: 'request-property-format-generalized',
  changes: ['format-generalized'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `no longer keeps to its format: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(object({ value: { type: 'string', format: 'date-time' } }), object({ value: { type: 'string' } })),
};
