import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `request-body-removed`. */
export const requestBodyRemoved: BreakingRule = {
  id: 'request-body-removed',
  changes: ['request-body-removed'],
  direction: 'contract',
  level: 'breaking',
  says: () => 'no longer takes a body',
  because: 'What senders say in it is no longer heard.',
  example: inOperation({ request: { schema: { type: 'object' } } }, {}),
};
