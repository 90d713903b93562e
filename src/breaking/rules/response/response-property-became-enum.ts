import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-became-enum`. */
export const responsePropertyBecameEnum: BreakingRule = {
  id: 'response-property-became-enum',
  changes: ['became-enum'],
  direction: 'response',
  level: 'compatible',
  says: ({ after }) => `may only be ${after}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(object({ value: { type: 'string' } }), object({ value: { enum: ['on', 'off'] } })),
};
