import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-pattern-changed`. */
export const requestPropertyPatternChanged: BreakingRule = {
  id: 'request-property-pattern-changed',
  changes: ['pattern-changed'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `keeps to another pattern: ${after}, before ${before}`,
  because: 'Texts that do not match are refused from now on. Where no such text is found, it is a warning.',
  example: inRequest(
    object({ value: { type: 'string', pattern: '^[a-z]+$' } }),
    object({ value: { type: 'string', pattern: '^[0-9]+$' } }),
  ),
};
