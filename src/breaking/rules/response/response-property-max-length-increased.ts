import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-max-length-increased`. */
export const responsePropertyMaxLengthIncreased: BreakingRule = {
  id: 'response-property-max-length-increased',
  changes: ['max-length-increased'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now be longer: ${after}, before ${before}`,
  because: 'Readers fit to the old limit: a column, a field of a form, a check.',
  example: inResponse(
    object({ value: { type: 'string', maxLength: 10 } }),
    object({ value: { type: 'string', maxLength: 20 } }),
  ),
};
