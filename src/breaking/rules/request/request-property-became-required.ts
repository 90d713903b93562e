import type { BreakingRule } from '../../rule';
import { inRequest, object, STRING } from '../example';

/** `request-property-became-required`. */
export const requestPropertyBecameRequired: BreakingRule = {
  id: 'request-property-became-required',
  changes: ['became-required'],
  direction: 'request',
  level: 'breaking',
  says: () => 'is now always there',
  because: 'Requests without it are refused from now on.',
  example: inRequest(object({ name: STRING }, []), object({ name: STRING })),
};
