import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `api-security-added`. */
export const apiSecurityAdded: BreakingRule = {
  id: 'api-security-added',
  changes: ['security-added'],
  direction: 'contract',
  level: 'breaking',
  says: ({ after }) => `now asks for ${after}`,
  because: 'Requests without it are answered with 401.',
  example: inOperation({}, { security: { scheme: 'bearer' } }),
};
