import type { BreakingRule } from '../../rule';
import { inContract, object, STRING } from '../example';

/** `wire-names-changed`. */
export const wireNamesChanged: BreakingRule = {
  id: 'wire-names-changed',
  changes: ['wire-names-changed'],
  direction: 'contract',
  level: 'breaking',
  says: ({ before, after }) => `writes ${after}, and wrote ${before}`,
  because: 'Every name of more than one word is another one on the wire.',
  example: inContract(
    {
      wireNames: 'documented',
      operations: {
        updateUser: { method: 'PUT', path: '/user', responses: { '200': { schema: object({ fullName: STRING }) } } },
      },
    },
    {
      wireNames: 'snake_case',
      operations: {
        updateUser: { method: 'PUT', path: '/user', responses: { '200': { schema: object({ fullName: STRING }) } } },
      },
    },
  ),
};
