import type { BreakingRule } from '../../rule';
import { CLOSED, inResponse, object, STRING } from '../example';

/** `response-additional-properties-opened`. */
export const responseAdditionalPropertiesOpened: BreakingRule = {
  id: 'response-additional-properties-opened',
  changes: ['additional-properties-opened'],
  direction: 'response',
  level: 'breaking',
  says: () => 'may now have members that are not declared',
  because: 'Readers may refuse members that the contract said would never come.',
  example: inResponse(object({ id: STRING }, undefined, CLOSED), object({ id: STRING })),
};
