import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-pattern-removed`. */
export const responsePropertyPatternRemoved: BreakingRule = {
  id: 'response-property-pattern-removed',
  changes: ['pattern-removed'],
  direction: 'response',
  level: 'breaking',
  says: ({ before }) => `no longer keeps to its ${before}`,
  because: 'Texts come that the reader does not take apart.',
  example: inResponse(
    object({ value: { type: 'string', pattern: '^[a-z]+$' } }),
    object({ value: { type: 'string' } }),
  ),
};
