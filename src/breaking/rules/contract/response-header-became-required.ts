import type { BreakingRule } from '../../rule';
import { inOperation, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-header-became-required`. */
export const responseHeaderBecameRequired: BreakingRule = {
  id: 'response-header-became-required',
  changes: ['header-became-required'],
  direction: 'contract',
  level: 'compatible',
  says: ({ subject }) => `now always has the ${subject}`,
  because: NOTHING_NEW_COMES,
  example: inOperation(
    { responses: { '200': { headers: { ETag: { required: false, schema: STRING } } } } },
    { responses: { '200': { headers: { ETag: { required: true, schema: STRING } } } } },
  ),
};
