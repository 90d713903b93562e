import type { BreakingRule } from '../../rule';
import { CLOSED, inRequest, object, STRING } from '../example';

/** `request-additional-properties-closed`. */
export const requestAdditionalPropertiesClosed: BreakingRule = {
  id: 'request-additional-properties-closed',
  changes: ['additional-properties-closed'],
  direction: 'request',
  level: 'breaking',
  says: () => 'may no longer have members that are not declared',
  because: 'Requests with members that are not declared are refused from now on.',
  example: inRequest(object({ id: STRING }), object({ id: STRING }, undefined, CLOSED)),
};
