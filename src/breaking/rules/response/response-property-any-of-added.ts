import type { BreakingRule } from '../../rule';
import { INTEGER, inResponse, object, STRING } from '../example';

/** `response-property-any-of-added`. */
export const responsePropertyAnyOfAdded: BreakingRule = {
  id: 'response-property-any-of-added',
  changes: ['any-of-added'],
  direction: 'response',
  level: 'breaking',
  says: ({ subject }) => `may now be ${subject}, too`,
  because: 'Values come of a shape that the reader was not told of.',
  example: inResponse(
    object({ value: { anyOf: [STRING, INTEGER] } }),
    object({ value: { anyOf: [STRING, INTEGER, { type: 'boolean' }] } }),
  ),
};
