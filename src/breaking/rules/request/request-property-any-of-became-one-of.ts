import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-any-of-became-one-of`. */
export const requestPropertyAnyOfBecameOneOf: BreakingRule = {
  id: 'request-property-any-of-became-one-of',
  changes: ['any-of-became-one-of'],
  direction: 'request',
  level: 'breaking',
  says: () => 'may only be of one of its shapes',
  because: 'Values that are of several shapes are refused from now on. Where no such value is found, it is a warning.',
  example: inRequest(
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
