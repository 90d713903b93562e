import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-min-length-decreased`. */
export const responsePropertyMinLengthDecreased: BreakingRule = {
  id: 'response-property-min-length-decreased',
  changes: ['min-length-decreased'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now be shorter: ${after}, before ${before}`,
  because: 'Readers fit to the old limit: a column, a field of a form, a check.',
  example: inResponse(
    object({ value: { type: 'string', minLength: 2 } }),
    object({ value: { type: 'string', minLength: 1 } }),
  ),
};
