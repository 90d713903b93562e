import type { BreakingRule } from '../../rule';
import { CLOSED, inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-additional-properties-closed`. */
export const responseAdditionalPropertiesClosed: BreakingRule = {
  id: 'response-additional-properties-closed',
  changes: ['additional-properties-closed'],
  direction: 'response',
  level: 'compatible',
  says: () => 'may no longer have members that are not declared',
  because: NOTHING_NEW_COMES,
  example: inResponse(object({ id: STRING }), object({ id: STRING }, undefined, CLOSED)),
};
