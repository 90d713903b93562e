import type { BreakingRule } from '../../rule';
import { inOperation, STRING } from '../example';

/** `response-header-added`. */
export const responseHeaderAdded: BreakingRule = {
  id: 'response-header-added',
  changes: ['header-added'],
  direction: 'contract',
  level: 'compatible',
  says: ({ subject }) => `now has the ${subject}`,
  because: 'Readers pass over headers that they do not know.',
  example: inOperation(
    { responses: { '200': {} } },
    { responses: { '200': { headers: { ETag: { required: false, schema: STRING } } } } },
  ),
};
