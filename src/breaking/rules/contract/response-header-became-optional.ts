import type { BreakingRule } from '../../rule';
import { inOperation, STRING } from '../example';

/** `response-header-became-optional`. */
export const responseHeaderBecameOptional: BreakingRule = {
  id: 'response-header-became-optional',
  changes: ['header-became-optional'],
  direction: 'contract',
  level: 'breaking',
  says: ({ subject }) => `may now come without the ${subject}`,
  because: 'Who takes it for granted meets answers without it.',
  example: inOperation(
    { responses: { '200': { headers: { ETag: { required: true, schema: STRING } } } } },
    { responses: { '200': { headers: { ETag: { required: false, schema: STRING } } } } },
  ),
};
