import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `response-non-success-status-removed`. */
export const responseNonSuccessStatusRemoved: BreakingRule = {
  id: 'response-non-success-status-removed',
  changes: ['non-success-status-removed'],
  direction: 'contract',
  level: 'warning',
  says: ({ before }) => `no longer answers with ${before}`,
  because: 'Another status comes in its place, and what is done for this one is done no more.',
  example: inOperation({ responses: { '200': {}, '409': {} } }, { responses: { '200': {} } }),
};
