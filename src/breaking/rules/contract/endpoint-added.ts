import type { BreakingRule } from '../../rule';
import { inContract } from '../example';

/** `endpoint-added`. */
export const endpointAdded: BreakingRule = {
  id: 'endpoint-added',
  changes: ['operation-added'],
  direction: 'contract',
  level: 'compatible',
  says: () => 'is new',
  because: 'Nobody calls it yet.',
  example: inContract(
    { operations: { updateUser: { method: 'PUT', path: '/user', responses: {} } } },
    {
      operations: {
        getUser: { method: 'GET', path: '/user', responses: {} },
        updateUser: { method: 'PUT', path: '/user', responses: {} },
      },
    },
  ),
};
