import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-multiple-of-specialized`. */
export const requestPropertyMultipleOfSpecialized: BreakingRule = {
  id: 'request-property-multiple-of-specialized',
  changes: ['multiple-of-specialized'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `may only have wider steps: ${after}, before ${before}`,
  because: 'Values between the steps are refused from now on.',
  example: inRequest(
    object({ value: { type: 'integer', multipleOf: 5 } }),
    object({ value: { type: 'integer', multipleOf: 10 } }),
  ),
};
