import type { BreakingRule } from '../../rule';
import { inContract } from '../example';

/** `api-removed-without-deprecation`. */
export const apiRemovedWithoutDeprecation: BreakingRule = {
  id: 'api-removed-without-deprecation',
  changes: ['operation-removed'],
  direction: 'contract',
  level: 'breaking',
  says: () => 'is no longer there',
  because: 'Who calls it is answered with 404.',
  example: inContract(
    {
      operations: {
        getUser: { method: 'GET', path: '/user', responses: {} },
        updateUser: { method: 'PUT', path: '/user', responses: {} },
      },
    },
    { operations: { updateUser: { method: 'PUT', path: '/user', responses: {} } } },
  ),
};
