import type { BreakingRule } from '../../rule';
import { INTEGER, inResponse, object, STRING } from '../example';

/** `response-property-one-of-added`. */
export const responsePropertyOneOfAdded: BreakingRule = {
  id: 'response-property-one-of-added',
  changes: ['one-of-added'],
  direction: 'response',
  level: 'breaking',
  says: ({ subject }) => `may now be ${subject}, too`,
  because: 'Values come of a shape that the reader was not told of.',
  example: inResponse(
    object({ value: { oneOf: [STRING, INTEGER] } }),
    object({ value: { oneOf: [STRING, INTEGER, { type: 'boolean' }] } }),
  ),
};
