import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-max-decreased`. */
export const requestPropertyMaxDecreased: BreakingRule = {
  id: 'request-property-max-decreased',
  changes: ['max-decreased'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may no longer be as great: ${after}, before ${before}`,
  because: 'Values that kept the old limit are refused from now on.',
  example: inRequest(
    object({ value: { type: 'integer', maximum: 20 } }),
    object({ value: { type: 'integer', maximum: 10 } }),
  ),
};
