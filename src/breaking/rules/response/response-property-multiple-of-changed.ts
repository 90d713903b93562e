import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-multiple-of-changed`. */
export const responsePropertyMultipleOfChanged: BreakingRule = {
  id: 'response-property-multiple-of-changed',
  changes: ['multiple-of-changed'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `has other steps: ${after}, before ${before}`,
  because: 'Values come between the steps that the reader counts in.',
  example: inResponse(
    object({ value: { type: 'integer', multipleOf: 10 } }),
    object({ value: { type: 'integer', multipleOf: 4 } }),
  ),
};
