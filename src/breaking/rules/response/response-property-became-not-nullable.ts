import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-became-not-nullable`. */
export const responsePropertyBecameNotNullable: BreakingRule = {
  id: 'response-property-became-not-nullable',
  changes: ['became-not-nullable'],
  direction: 'response',
  level: 'compatible',
  says: () => 'may no longer be null',
  because: NOTHING_NEW_COMES,
  example: inResponse(object({ value: { type: ['string', 'null'] } }), object({ value: { type: 'string' } })),
};
