import type { BreakingRule } from '../../rule';
import { inRequest, object } from '../example';

/** `request-property-format-annotation-changed`. */
export const requestPropertyFormatAnnotationChanged: BreakingRule = {
  id: 'request-property-format-annotation-changed',
  changes: ['format-annotation-changed'],
  direction: 'request',
  level: 'warning',
  says: ({ before, after }) => `is said to be of another format: ${after}, before ${before}`,
  because: 'No check knows either format: only who reads the document can tell what it changes.',
  example: inRequest(
    object({ value: { type: 'string', format: 'money' } }),
    object({ value: { type: 'string', format: 'cents' } }),
  ),
};
