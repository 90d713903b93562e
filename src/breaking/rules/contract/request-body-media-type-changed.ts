import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `request-body-media-type-changed`. */
export const requestBodyMediaTypeChanged: BreakingRule = {
  id: 'request-body-media-type-changed',
  changes: ['request-media-type-changed'],
  direction: 'contract',
  level: 'breaking',
  says: ({ before, after }) => `is now ${after}, and was ${before}`,
  because: 'Requests of the old media type are answered with 415.',
  example: inOperation(
    { request: { schema: { type: 'object' } } },
    { request: { schema: { type: 'object' }, mediaType: 'application/merge-patch+json' } },
  ),
};
