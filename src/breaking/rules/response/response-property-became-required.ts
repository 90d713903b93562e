import type { BreakingRule } from '../../rule';
import { inResponse, object, STRING } from '../example';
import { NOTHING_NEW_COMES } from '../reasons';

/** `response-property-became-required`. */
export const responsePropertyBecameRequired: BreakingRule = {
  id: 'response-property-became-required',
  changes: ['became-required'],
  direction: 'response',
  level: 'compatible',
  says: () => 'is now always there',
  because: NOTHING_NEW_COMES,
  example: inResponse(object({ name: STRING }, []), object({ name: STRING })),
};
