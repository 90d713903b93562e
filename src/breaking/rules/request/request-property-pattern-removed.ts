import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-pattern-removed`. */
export const requestPropertyPatternRemoved: BreakingRule = {
  id: 'request-property-pattern-removed',
  changes: ['pattern-removed'],
  direction: 'request',
  level: 'compatible',
  says: ({ before }) => `no longer keeps to its ${before}`,
  because: STILL_TAKEN,
  example: inRequest(object({ value: { type: 'string', pattern: '^[a-z]+$' } }), object({ value: { type: 'string' } })),
};
