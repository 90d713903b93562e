import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-multiple-of-generalized`. */
export const responsePropertyMultipleOfGeneralized: BreakingRule = {
  id: 'response-property-multiple-of-generalized',
  changes: ['multiple-of-generalized'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now lie between the steps: ${after}, before ${before}`,
  because: 'Values come between the steps that the reader counts in.',
  example: inResponse(
    object({ value: { type: 'integer', multipleOf: 10 } }),
    object({ value: { type: 'integer', multipleOf: 5 } }),
  ),
};
