import type { BreakingRule } from '../../rule';
import { INTEGER, inOperation } from '../example';

/** `new-required-request-parameter`. */
export const newRequiredRequestParameter: BreakingRule = {
  id: 'new-required-request-parameter',
  changes: ['required-parameter-added'],
  direction: 'contract',
  level: 'breaking',
  says: ({ subject }) => `now needs the ${subject}`,
  because: 'Requests without it are refused, and nobody sends it yet.',
  example: inOperation({}, { parameters: { page: { in: 'query', required: true, schema: INTEGER } } }),
};
