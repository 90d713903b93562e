import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-one-of-became-any-of`. */
export const responsePropertyOneOfBecameAnyOf: BreakingRule = {
  id: 'response-property-one-of-became-any-of',
  changes: ['one-of-became-any-of'],
  direction: 'response',
  level: 'breaking',
  says: () => 'may now be of several of its shapes at once',
  because: 'Values come that are of several shapes. Where no such value is found, it is a warning.',
  example: inResponse(
    object({
      value: {
        oneOf: [
          { type: 'number', maximum: 10 },
          { type: 'number', minimum: 5 },
        ],
      },
    }),
    object({
      value: {
        anyOf: [
          { type: 'number', maximum: 10 },
          { type: 'number', minimum: 5 },
        ],
      },
    }),
  ),
};
