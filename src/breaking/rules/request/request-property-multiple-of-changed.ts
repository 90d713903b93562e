import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-multiple-of-changed`. */
export const requestPropertyMultipleOfChanged: BreakingRule = {
  id: 'request-property-multiple-of-changed',
  changes: ['multiple-of-changed'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `has other steps: ${after}, before ${before}`,
  because: 'Values between the new steps are refused from now on.',
  example: inRequest(
    object({ value: { type: 'integer', multipleOf: 10 } }),
    object({ value: { type: 'integer', multipleOf: 4 } }),
  ),
};
