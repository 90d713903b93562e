import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-became-not-nullable`. */
export const requestPropertyBecameNotNullable: BreakingRule = {
  id: 'request-property-became-not-nullable',
  changes: ['became-not-nullable'],
  direction: 'request',
  level: 'breaking',
  says: () => 'may no longer be null',
  because: 'Requests with null are refused from now on.',
  example: inRequest(object({ value: { type: ['string', 'null'] } }), object({ value: { type: 'string' } })),
};
