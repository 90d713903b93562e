import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-min-increased`. */
export const requestPropertyMinIncreased: BreakingRule = {
  id: 'request-property-min-increased',
  changes: ['min-increased'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may no longer be as little: ${after}, before ${before}`,
  because: 'Values that kept the old limit are refused from now on.',
  example: inRequest(
    object({ value: { type: 'integer', minimum: 1 } }),
    object({ value: { type: 'integer', minimum: 2 } }),
  ),
};
