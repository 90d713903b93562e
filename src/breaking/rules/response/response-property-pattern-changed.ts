import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-pattern-changed`. */
export const responsePropertyPatternChanged: BreakingRule = {
  id: 'response-property-pattern-changed',
  changes: ['pattern-changed'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `keeps to another pattern: ${after}, before ${before}`,
  because: 'Texts come that the reader does not take apart. Where no such text is found, it is a warning.',
  example: inResponse(
    object({ value: { type: 'string', pattern: '^[a-z]+$' } }),
    object({ value: { type: 'string', pattern: '^[0-9]+$' } }),
  ),
};
