import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-type-specialized`. */
export const requestPropertyTypeSpecialized: BreakingRule = {
  id: 'request-property-type-specialized',
  changes: ['type-specialized'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may only be ${after}, and was ${before}`,
  because: 'Values of the wider type are refused from now on.',
  example: inRequest(object({ value: { type: 'number' } }), object({ value: { type: 'integer' } })),
};
