import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-property-became-optional`. */
export const responsePropertyBecameOptional: BreakingRule = {
  id: 'response-property-became-optional',
  changes: ['became-optional'],
  direction: 'response',
  level: 'breaking',
  says: () => 'may now be absent',
  because: 'Who takes it for granted meets answers without it.',
  example: inResponse(object({ name: STRING }), object({ name: STRING }, [])),
};
