import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-became-not-enum`. */
export const responsePropertyBecameNotEnum: BreakingRule = {
  id: 'response-property-became-not-enum',
  changes: ['became-not-enum'],
  direction: 'response',
  level: 'breaking',
  says: ({ before }) => `may now be any value of its type, and was ${before}`,
  because: 'Values come that are not in the list that the reader was told of.',
  example: inResponse(object({ value: { enum: ['on', 'off'] } }), object({ value: { type: 'string' } })),
};
