import type { BreakingRule } from '../../rule';
import { inOperation } from '../example';

/** `response-media-type-changed`. */
export const responseMediaTypeChanged: BreakingRule = {
  id: 'response-media-type-changed',
  changes: ['response-media-type-changed'],
  direction: 'contract',
  level: 'breaking',
  says: ({ before, after }) => `is now ${after}, and was ${before}`,
  because: 'Readers take the body for what it was.',
  example: inOperation(
    { responses: { '200': { schema: {} } } },
    { responses: { '200': { schema: {}, mediaType: 'application/problem+json' } } },
  ),
};
