import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `response-body-added`. */
export const responseBodyAdded: BreakingRule = {
  id: 'response-body-added',
  changes: ['response-body-added'],
  direction: 'contract',
  level: 'compatible',
  says: () => 'now has a body',
  because: 'Nobody looks for it yet.',
  example: inOperation({ responses: { '200': {} } }, { responses: { '200': { schema: {} } } }),
};
