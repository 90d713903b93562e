import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-max-increased`. */
export const responsePropertyMaxIncreased: BreakingRule = {
  id: 'response-property-max-increased',
  changes: ['max-increased'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now be greater: ${after}, before ${before}`,
  because: 'Readers fit to the old limit: a column, a field of a form, a check.',
  example: inResponse(
    object({ value: { type: 'integer', maximum: 10 } }),
    object({ value: { type: 'integer', maximum: 20 } }),
  ),
};
