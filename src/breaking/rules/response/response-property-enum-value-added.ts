import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-enum-value-added`. */
export const responsePropertyEnumValueAdded: BreakingRule = {
  id: 'response-property-enum-value-added',
  changes: ['enum-value-added'],
  direction: 'response',
  level: 'warning',
  says: ({ subject }) => `may now be ${subject}`,
  because: 'A reader that passes unknown values on goes on; a strict one refuses the answer.',
  example: inResponse(object({ value: { enum: ['on', 'off'] } }), object({ value: { enum: ['on', 'off', 'auto'] } })),
};
