import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-format-specialized`. */
export const requestPropertyFormatSpecialized: BreakingRule = {
  id: 'request-property-format-specialized',
  changes: ['format-specialized'],
  direction: 'request',
  level: 'breaking',
  says: ({ before, after }) => `now keeps to a format: ${after}, before ${before}`,
  because: 'Values that are not of the format are refused from now on.',
  example: inRequest(object({ value: { type: 'string' } }), object({ value: { type: 'string', format: 'date-time' } })),
};
