import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-type-generalized`. */
export const responsePropertyTypeGeneralized: BreakingRule = {
  id: 'response-property-type-generalized',
  changes: ['type-generalized'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `may now be ${after}, and was ${before}`,
  because: 'Values come that the reader has no type for.',
  example: inResponse(object({ value: { type: 'integer' } }), object({ value: { type: 'number' } })),
};
