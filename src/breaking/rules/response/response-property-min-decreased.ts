import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-min-decreased`. */
export const responsePropertyMinDecreased: BreakingRule = {
  id: 'response-property-min-decreased',
  changes: ['min-decreased'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now be less: ${after}, before ${before}`,
  because: 'Readers fit to the old limit: a column, a field of a form, a check.',
  example: inResponse(
    object({ value: { type: 'integer', minimum: 2 } }),
    object({ value: { type: 'integer', minimum: 1 } }),
  ),
};
