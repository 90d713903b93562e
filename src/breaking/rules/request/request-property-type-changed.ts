import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-type-changed`. */
export const requestPropertyTypeChanged: BreakingRule = {
  id: 'request-property-type-changed',
  changes: ['type-changed'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `is now ${after}, and was ${before}`,
  because: 'What is sent now is refused.',
  example: inRequest(object({ value: { type: 'string' } }), object({ value: { type: 'integer' } })),
};
