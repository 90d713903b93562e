import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-format-changed`. */
export const requestPropertyFormatChanged: BreakingRule = {
  id: 'request-property-format-changed',
  changes: ['format-changed'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `keeps to another format: ${after}, before ${before}`,
  because: 'Values of the old format are refused from now on.',
  example: inRequest(
    object({ value: { type: 'string', format: 'date-time' } }),
    object({ value: { type: 'string', format: 'date' } }),
  ),
};
