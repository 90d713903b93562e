import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-type-specialized`. */
export const responsePropertyTypeSpecialized: BreakingRule = {
  id: 'response-property-type-specialized',
  changes: ['type-specialized'],
  direction: 'response',
  level: 'compatible',
  says: ({ before, after }) => `may only be ${after}, and was ${before}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(object({ value: { type: 'number' } }), object({ value: { type: 'integer' } })),
};
