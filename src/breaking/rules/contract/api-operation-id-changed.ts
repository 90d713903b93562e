import type { BreakingRule } from '../../rule';
import { inContract } from '../example';

/** `api-operation-id-changed`. */
export const apiOperationIdChanged: BreakingRule = {
  id: 'api-operation-id-changed',
  changes: ['operation-id-changed'],
  direction: 'contract',
  level: 'compatible',
  says: ({ before }) => `was called ${before} before`,
  because: 'Nothing changes on the wire; generated code is named otherwise.',
  example: inContract(
    { operations: { updateUser: { method: 'PUT', path: '/user', responses: {} } } },
    { operations: { replaceUser: { method: 'PUT', path: '/user', responses: {} } } },
  ),
};
