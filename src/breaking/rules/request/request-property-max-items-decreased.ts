import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `request-property-max-items-decreased`. */
export const requestPropertyMaxItemsDecreased: BreakingRule = {
  id: 'request-property-max-items-decreased',
  changes: ['max-items-decreased'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may no longer hold as many items: ${after}, before ${before}`,
  because: 'Values that kept the old limit are refused from now on.',
  example: inRequest(
    object({ value: { type: 'array', items: STRING, maxItems: 2 } }),
    object({ value: { type: 'array', items: STRING, maxItems: 1 } }),
  ),
};
