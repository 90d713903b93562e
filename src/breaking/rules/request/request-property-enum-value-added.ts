import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-enum-value-added`. */
export const requestPropertyEnumValueAdded: BreakingRule = {
  id: 'request-property-enum-value-added',
  changes: ['enum-value-added'],
  direction: 'request',
  level: 'compatible',
  says: ({ subject }) => `may now be ${subject}`,
  because: STILL_TAKEN,
  example: inRequest(object({ value: { enum: ['on', 'off'] } }), object({ value: { enum: ['on', 'off', 'auto'] } })),
};
