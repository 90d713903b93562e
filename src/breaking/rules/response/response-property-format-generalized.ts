import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-format-generalized`. */
export const responsePropertyFormatGeneralized: BreakingRule = {
  id: 'response-property-format-generalized',
  changes: ['format-generalized'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `no longer keeps to its format: ${after}, before ${before}`,
  because: 'Values come that the reader cannot read as the format says.',
  example: inResponse(
    object({ value: { type: 'string', format: 'date-time' } }),
    object({ value: { type: 'string' } }),
  ),
};
