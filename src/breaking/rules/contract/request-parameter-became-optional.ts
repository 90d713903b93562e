import type { BreakingRule } from '../../rule';
import { INTEGER, inOperation } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-parameter-became-optional`. */
export const requestParameterBecameOptional: BreakingRule = {
  id: 'request-parameter-became-optional',
  changes: ['parameter-became-optional'],
  direction: 'contract',
  level: 'compatible',
  says: ({ subject }) => `may now come without the ${subject}`,
  because: STILL_TAKEN,
  example: inOperation(
    { parameters: { page: { in: 'query', required: true, schema: INTEGER } } },
    { parameters: { page: { in: 'query', required: false, schema: INTEGER } } },
  ),
};
