import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `api-security-changed`. */
export const apiSecurityChanged: BreakingRule = {
  id: 'api-security-changed',
  changes: ['security-changed'],
  direction: 'contract',
  level: 'breaking',
  says: ({ before, after }) => `asks for ${after}, and did for ${before}`,
  because: 'Requests with the old credentials are answered with 401.',
  example: inOperation(
    { security: { scheme: 'bearer' } },
    { security: { scheme: 'apiKey', in: 'header', name: 'X-Key' } },
  ),
};
