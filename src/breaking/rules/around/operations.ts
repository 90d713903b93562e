import { BOTH, NARROWS, NEITHER, WIDENS } from '../effect';
import { inContract, inOperation, object, STRING } from '../example';
import type { ContractRow } from '../row';

/** Changes of operations, and of how they are called. */
export const OPERATIONS = {
  'operation-removed': {
    id: 'api-removed-without-deprecation',
    of: 'request',
    effect: NARROWS,
    reverse: 'operation-added',
    says: 'is no longer there',
    because: 'Who calls it is answered with 404.',
    instead: 'Mark it deprecated with x-sunset first, and take it out after that day.',
    example: inContract(
      {
        operations: {
          getUser: { method: 'GET', path: '/user', responses: {} },
          updateUser: { method: 'PUT', path: '/user', responses: {} },
        },
      },
      { operations: { updateUser: { method: 'PUT', path: '/user', responses: {} } } },
    ),
  },
  'operation-added': {
    id: 'endpoint-added',
    of: 'request',
    effect: WIDENS,
    reverse: ['operation-removed', 'operation-removed-as-announced', 'operation-removed-before-sunset'],
    says: 'is new',
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
  },
  'operation-id-changed': {
    id: 'api-operation-id-changed',
    of: 'request',
    effect: NEITHER,
    says: 'was called {before} before',
    because: 'Nothing changes on the wire; generated code is named otherwise.',
    example: inContract(
      { operations: { updateUser: { method: 'PUT', path: '/user', responses: {} } } },
      { operations: { replaceUser: { method: 'PUT', path: '/user', responses: {} } } },
    ),
  },
  'method-changed': {
    id: 'api-method-changed',
    of: 'request',
    effect: BOTH,
    says: 'is called by {after}, and was by {before}',
    because: 'Who calls it as before is answered with 405.',
    instead: 'Keep the old method beside the new one.',
    example: inOperation({ method: 'PUT' }, { method: 'PATCH' }),
  },
  'path-changed': {
    id: 'api-path-changed',
    of: 'request',
    effect: BOTH,
    says: 'is at {after}, and was at {before}',
    because: 'Who calls it as before is answered with 404.',
    instead: 'Keep the old path beside the new one.',
    example: inOperation({ path: '/user' }, { path: '/users/me' }),
  },
  'wire-names-changed': {
    of: 'response',
    effect: BOTH,
    says: 'writes {after}, and wrote {before}',
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
  },
} as const satisfies Readonly<Record<string, ContractRow>>;
