import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `request-body-became-required`. */
export const requestBodyBecameRequired: BreakingRule = {
  id: 'request-body-became-required',
  changes: ['request-body-became-required'],
  direction: 'contract',
  level: 'breaking',
  says: () => 'now needs its body',
  because: 'Requests without it are refused.',
  example: inOperation(
    { request: { schema: { type: 'object' }, required: false } },
    { request: { schema: { type: 'object' } } },
  ),
};
