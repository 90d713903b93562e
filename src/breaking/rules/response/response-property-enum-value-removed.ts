import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-enum-value-removed`. */
export const responsePropertyEnumValueRemoved: BreakingRule = {
  id: 'response-property-enum-value-removed',
  changes: ['enum-value-removed'],
  direction: 'response',
  level: 'compatible',
  says: ({ subject }) => `may no longer be ${subject}`,
  because: NOTHING_NEW_COMES,
  example: inResponse(object({ value: { enum: ['on', 'off', 'auto'] } }), object({ value: { enum: ['on', 'off'] } })),
};
