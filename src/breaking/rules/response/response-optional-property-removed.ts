import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';

/** `response-optional-property-removed`. */
export const responseOptionalPropertyRemoved: BreakingRule = {
  id: 'response-optional-property-removed',
  changes: ['optional-property-removed', 'optional-property-removed-from-closed'],
  direction: 'response',
  level: 'warning',
  says: () => 'is no longer sent: it could be there',
  because: 'A reader copes with its absence, yet what was shown of it is gone.',
  example: inResponse(object({ id: STRING, name: STRING }, ['id']), object({ id: STRING })),
};
