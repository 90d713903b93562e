import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-became-enum`. */
export const requestPropertyBecameEnum: BreakingRule = {
  id: 'request-property-became-enum',
  changes: ['became-enum'],
  direction: 'request',
  level: 'breaking',
  says: ({ after }) => `may only be ${after}`,
  because: 'Values that are not in the list are refused from now on.',
  example: inRequest(object({ value: { type: 'string' } }), object({ value: { enum: ['on', 'off'] } })),
};
