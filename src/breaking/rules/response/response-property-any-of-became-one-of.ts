import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-any-of-became-one-of`. */
export const responsePropertyAnyOfBecameOneOf: BreakingRule = {
  id: 'response-property-any-of-became-one-of',
  changes: ['any-of-became-one-of'],
  direction: 'response',
  level: 'compatible',
  says: () => 'may only be of one of its shapes',
  because: NOTHING_NEW_COMES,
  example: inResponse(
    object({
      value: {
        anyOf: [
          { type: 'number', maximum: 10 },
          { type: 'number', minimum: 5 },
        ],
      },
    }),
    object({
      value: {
        oneOf: [
          { type: 'number', maximum: 10 },
          { type: 'number', minimum: 5 },
        ],
      },
    }),
  ),
};
