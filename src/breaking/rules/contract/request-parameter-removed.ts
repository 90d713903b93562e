import type { BreakingRule } from '../../rule';
import { INTEGER, inOperation } from '../example';

/** `request-parameter-removed`. */
export const requestParameterRemoved: BreakingRule = {
  id: 'request-parameter-removed',
  changes: ['parameter-removed'],
  direction: 'contract',
  level: 'warning',
  says: ({ subject }) => `no longer knows the ${subject}`,
  because: 'The request is still taken, but what the sender asked for is not done.',
  example: inOperation({ parameters: { page: { in: 'query', required: false, schema: INTEGER } } }, {}),
};
