import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `response-non-success-status-added`. */
export const responseNonSuccessStatusAdded: BreakingRule = {
  id: 'response-non-success-status-added',
  changes: ['non-success-status-added'],
  direction: 'contract',
  level: 'compatible',
  says: ({ after }) => `may now answer with ${after}`,
  because: 'Clients treat a status that they do not know as the first of its class (RFC 9110, 15).',
  example: inOperation({ responses: { '200': {} } }, { responses: { '200': {}, '409': {} } }),
};
