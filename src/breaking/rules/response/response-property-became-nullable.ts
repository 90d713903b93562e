import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-became-nullable`. */
export const responsePropertyBecameNullable: BreakingRule = {
  id: 'response-property-became-nullable',
  changes: ['became-nullable'],
  direction: 'response',
  level: 'breaking',
  says: () => 'may now be null',
  because: 'Who takes its value for granted meets null.',
  example: inResponse(object({ value: { type: 'string' } }), object({ value: { type: ['string', 'null'] } })),
};
