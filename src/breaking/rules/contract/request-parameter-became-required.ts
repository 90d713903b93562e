import type { BreakingRule } from '../../rule';
import { INTEGER, inOperation } from '../example';

/** `request-parameter-became-required`. */
export const requestParameterBecameRequired: BreakingRule = {
  id: 'request-parameter-became-required',
  changes: ['parameter-became-required'],
  direction: 'contract',
  level: 'breaking',
  says: ({ subject }) => `now needs the ${subject}`,
  because: 'Requests without it are refused from now on.',
  example: inOperation(
    { parameters: { page: { in: 'query', required: false, schema: INTEGER } } },
    { parameters: { page: { in: 'query', required: true, schema: INTEGER } } },
  ),
};
