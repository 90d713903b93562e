import type { BreakingRule } from '../../rule';
import { CLOSED, inRequest, object, STRING } from '../example';
import { STILL_TAKEN } from '../reasons';

/** `request-additional-properties-opened`. */
export const requestAdditionalPropertiesOpened: BreakingRule = {
  id: 'request-additional-properties-opened',
  changes: ['additional-properties-opened'],
  direction: 'request',
  level: 'compatible',
  says: () => 'may now have members that are not declared',
  because: STILL_TAKEN,
  example: inRequest(object({ id: STRING }, undefined, CLOSED), object({ id: STRING })),
};
