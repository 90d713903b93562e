import type { BreakingRule } from '../../rule';
import { INTEGER, inOperation } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `new-optional-request-parameter`. */
export const newOptionalRequestParameter: BreakingRule = {
  id: 'new-optional-request-parameter',
  changes: ['optional-parameter-added'],
  direction: 'contract',
  level: 'compatible',
  says: ({ subject }) => `may now have the ${subject}`,
  because: STILL_TAKEN,
  example: inOperation({}, { parameters: { page: { in: 'query', required: false, schema: INTEGER } } }),
};
