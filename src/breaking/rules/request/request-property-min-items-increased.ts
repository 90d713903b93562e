import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `request-property-min-items-increased`. */
export const requestPropertyMinItemsIncreased: BreakingRule = {
  id: 'request-property-min-items-increased',
  changes: ['min-items-increased'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may no longer hold as few items: ${after}, before ${before}`,
  because: 'Values that kept the old limit are refused from now on.',
  example: inRequest(
    object({ value: { type: 'array', items: STRING } }),
    object({ value: { type: 'array', items: STRING, minItems: 1 } }),
  ),
};
