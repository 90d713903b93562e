import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-property-one-of-became-any-of`. */
export const requestPropertyOneOfBecameAnyOf: BreakingRule = {
  id: 'request-property-one-of-became-any-of',
  changes: ['one-of-became-any-of'],
  direction: 'request',
  level: 'compatible',
  says: () => 'may now be of several of its shapes at once',
  because: STILL_TAKEN,
  example: inRequest(
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
