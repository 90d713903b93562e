import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-format-changed`. */
export const responsePropertyFormatChanged: BreakingRule = {
  id: 'response-property-format-changed',
  changes: ['format-changed'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `keeps to another format: ${after}, before ${before}`,
  because: 'Values come that the reader cannot read as the old format says.',
  example: inResponse(
    object({ value: { type: 'string', format: 'date-time' } }),
    object({ value: { type: 'string', format: 'date' } }),
  ),
};
