import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-discriminator-changed`. */
export const responsePropertyDiscriminatorChanged: BreakingRule = {
  id: 'response-property-discriminator-changed',
  changes: ['discriminator-changed'],
  direction: 'response',
  level: 'warning',
  says: ({ before, after }) => `is told apart by ${after}, and was by ${before}`,
  because: 'It allows no other values, but code that was generated from the document chooses by it.',
  example: inResponse(
    object({
      value: {
        oneOf: [object({ kind: { enum: ['a'] } }), object({ kind: { enum: ['b'] } })],
        discriminator: { propertyName: 'kind' },
      },
    }),
    object({ value: { oneOf: [object({ kind: { enum: ['a'] } }), object({ kind: { enum: ['b'] } })] } }),
  ),
};
