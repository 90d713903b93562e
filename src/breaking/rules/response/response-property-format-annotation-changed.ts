import type { BreakingRule } from '../../rule';
import { inResponse, object } from '../example';

/** `response-property-format-annotation-changed`. */
export const responsePropertyFormatAnnotationChanged: BreakingRule = {
  id: 'response-property-format-annotation-changed',
  changes: ['format-annotation-changed'],
  direction: 'response',
  level: 'warning',
  says: ({ before, after }) => `is said to be of another format: ${after}, before ${before}`,
  because: 'No check knows either format: only who reads the document can tell what it changes.',
  example: inResponse(
    object({ value: { type: 'string', format: 'money' } }),
    object({ value: { type: 'string', format: 'cents' } }),
  ),
};
