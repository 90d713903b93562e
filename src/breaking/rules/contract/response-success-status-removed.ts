import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `response-success-status-removed`. */
export const responseSuccessStatusRemoved: BreakingRule = {
  id: 'response-success-status-removed',
  changes: ['success-status-removed'],
  direction: 'contract',
  level: 'breaking',
  says: ({ before }) => `no longer answers with ${before}`,
  because: 'Readers wait for just this status.',
  example: inOperation({ responses: { '200': {}, '202': {} } }, { responses: { '200': {} } }),
};
