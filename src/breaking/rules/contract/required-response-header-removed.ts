import type { BreakingRule } from '../../rule';
import { inOperation, STRING } from '../example';

/** `required-response-header-removed`. */
export const requiredResponseHeaderRemoved: BreakingRule = {
  id: 'required-response-header-removed',
  changes: ['required-header-removed'],
  direction: 'contract',
  level: 'breaking',
  says: ({ subject }) => `no longer has the ${subject}`,
  because: 'Who reads it meets answers without it.',
  example: inOperation(
    { responses: { '200': { headers: { ETag: { required: true, schema: STRING } } } } },
    { responses: { '200': {} } },
  ),
};
