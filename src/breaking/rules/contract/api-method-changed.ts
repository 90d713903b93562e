import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `api-method-changed`. */
export const apiMethodChanged: BreakingRule = {
  id: 'api-method-changed',
  changes: ['method-changed'],
  direction: 'contract',
  level: 'breaking',
  says: ({ before, after }) => `is called by ${after}, and was by ${before}`,
  because: 'Who calls it as before is answered with 405.',
  example: inOperation({ method: 'PUT' }, { method: 'PATCH' }),
};
