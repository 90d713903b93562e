import type { BreakingRule } from '../../rule';
import { inOperation, STRING } from '../example';

/** `optional-response-header-removed`. */
export const optionalResponseHeaderRemoved: BreakingRule = {
  id: 'optional-response-header-removed',
  changes: ['optional-header-removed'],
  direction: 'contract',
  level: 'warning',
  says: ({ subject }) => `no longer has the ${subject}`,
  because: 'A reader copes with its absence, yet what was done with it is not.',
  example: inOperation(
    { responses: { '200': { headers: { ETag: { required: false, schema: STRING } } } } },
    { responses: { '200': {} } },
  ),
};
