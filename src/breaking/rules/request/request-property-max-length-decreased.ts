import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-max-length-decreased`. */
export const requestPropertyMaxLengthDecreased: BreakingRule = {
  id: 'request-property-max-length-decreased',
  changes: ['max-length-decreased'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may no longer be as long: ${after}, before ${before}`,
  because: 'Values that kept the old limit are refused from now on.',
  example: inRequest(
    object({ value: { type: 'string', maxLength: 20 } }),
    object({ value: { type: 'string', maxLength: 10 } }),
  ),
};
