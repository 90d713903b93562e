import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-discriminator-changed`. */
export const requestPropertyDiscriminatorChanged: BreakingRule = {
  id: 'request-property-discriminator-changed',
  changes: ['discriminator-changed'],
  direction: 'request',
  level: 'warning',
  says: ({ before, after }) => `is told apart by ${after}, and was by ${before}`,
  because: 'It allows no other values, but code that was generated from the document chooses by it.',
  example: inRequest(
    object({
      value: {
        oneOf: [object({ kind: { enum: ['a'] } }), object({ kind: { enum: ['b'] } })],
        discriminator: { propertyName: 'kind' },
      },
    }),
    object({ value: { oneOf: [object({ kind: { enum: ['a'] } }), object({ kind: { enum: ['b'] } })] } }),
  ),
};
