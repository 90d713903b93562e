import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-pattern-added`. */
export const requestPropertyPatternAdded: BreakingRule = {
  id: 'request-property-pattern-added',
  changes: ['pattern-added'],
  direction: 'request',
  level: 'breaking',
  says: ({ after }) => `now keeps to a ${after}`,
  because: 'Texts that do not match are refused from now on.',
  example: inRequest(object({ value: { type: 'string' } }), object({ value: { type: 'string', pattern: '^[a-z]+$' } })),
};
