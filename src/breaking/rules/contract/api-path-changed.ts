import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `api-path-changed`. */
export const apiPathChanged: BreakingRule = {
  id: 'api-path-changed',
  changes: ['path-changed'],
  direction: 'contract',
  level: 'breaking',
  says: ({ before, after }) => `is at ${after}, and was at ${before}`,
  because: 'Who calls it as before is answered with 404.',
  example: inOperation({ path: '/user' }, { path: '/users/me' }),
};
