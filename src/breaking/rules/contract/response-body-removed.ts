import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `response-body-removed`. */
export const responseBodyRemoved: BreakingRule = {
  id: 'response-body-removed',
  changes: ['response-body-removed'],
  direction: 'contract',
  level: 'breaking',
  says: () => 'no longer has a body',
  because: 'Readers find nothing to read.',
  example: inOperation({ responses: { '200': { schema: {} } } }, { responses: { '200': {} } }),
};
