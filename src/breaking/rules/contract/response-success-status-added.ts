import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `response-success-status-added`. */
export const responseSuccessStatusAdded: BreakingRule = {
  id: 'response-success-status-added',
  changes: ['success-status-added'],
  direction: 'contract',
  level: 'warning',
  says: ({ after }) => `may now answer with ${after}`,
  because:
    'Clients treat a status that they do not know as the first of its class (RFC 9110, 15); a reader that asks for one status alone does not.',
  example: inOperation({ responses: { '200': {} } }, { responses: { '200': {}, '202': {} } }),
};
