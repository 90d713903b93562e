import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-type-changed`. */
export const responsePropertyTypeChanged: BreakingRule = {
  id: 'response-property-type-changed',
  changes: ['type-changed'],
  direction: 'response',
  level: 'breaking',
  says: ({ before, after }) => `is now ${after}, and was ${before}`,
  because: 'What comes now is nothing that the reader was told of.',
  example: inResponse(object({ value: { type: 'string' } }), object({ value: { type: 'integer' } })),
};
