import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-enum-value-removed`. */
export const requestPropertyEnumValueRemoved: BreakingRule = {
  id: 'request-property-enum-value-removed',
  changes: ['enum-value-removed'],
  direction: 'request',
  level: 'breaking',
  says: ({ subject }) => `may no longer be ${subject}`,
  because: 'Requests with this value are refused from now on.',
  example: inRequest(object({ value: { enum: ['on', 'off', 'auto'] } }), object({ value: { enum: ['on', 'off'] } })),
};
