import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-became-nullable`. */
export const requestPropertyBecameNullable: BreakingRule = {
  id: 'request-property-became-nullable',
  changes: ['became-nullable'],
  direction: 'request',
  level: 'compatible',
  says: () => 'may now be null',
  because: STILL_TAKEN,
  example: inRequest(object({ value: { type: 'string' } }), object({ value: { type: ['string', 'null'] } })),
};
