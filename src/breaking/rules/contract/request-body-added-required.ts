import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `request-body-added-required`. */
export const requestBodyAddedRequired: BreakingRule = {
  id: 'request-body-added-required',
  changes: ['required-request-body-added'],
  direction: 'contract',
  level: 'breaking',
  says: () => 'now needs a body',
  because: 'Requests without one are refused.',
  example: inOperation({}, { request: { schema: { type: 'object' } } }),
};
