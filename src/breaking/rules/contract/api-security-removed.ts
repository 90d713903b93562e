import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `api-security-removed`. */
export const apiSecurityRemoved: BreakingRule = {
  id: 'api-security-removed',
  changes: ['security-removed'],
  direction: 'contract',
  level: 'compatible',
  says: ({ before }) => `no longer asks for ${before}`,
  because: 'Who still sends it is taken as before.',
  example: inOperation({ security: { scheme: 'bearer' } }, {}),
};
