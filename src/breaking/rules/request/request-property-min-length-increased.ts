import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-min-length-increased`. */
export const requestPropertyMinLengthIncreased: BreakingRule = {
  id: 'request-property-min-length-increased',
  changes: ['min-length-increased'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may no longer be as short: ${after}, before ${before}`,
  because: 'Values that kept the old limit are refused from now on.',
  example: inRequest(
    object({ value: { type: 'string', minLength: 1 } }),
    object({ value: { type: 'string', minLength: 2 } }),
  ),
};
