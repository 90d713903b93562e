import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-min-items-decreased`. */
export const requestPropertyMinItemsDecreased: BreakingRule = {
  id: 'request-property-min-items-decreased',
  changes: ['min-items-decreased'],
  direction: 'request',
  level: 'compatible',
  says: ({ before, after }) => `may now hold fewer items: ${after}, before ${before}`,
  because: STILL_TAKEN,
  example: inRequest(
    object({ value: { type: 'array', items: STRING, minItems: 1 } }),
    object({ value: { type: 'array', items: STRING } }),
  ),
};
