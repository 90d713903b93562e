import { NARROWS, NEITHER } from '../effect';
import { inContract, inOperation } from '../example';
import type { ContractRow } from '../row';

const GET = { method: 'GET', path: '/user', responses: {} } as const;
const PUT = { method: 'PUT', path: '/user', responses: {} } as const;
const ENDED = { ...GET, deprecated: true, sunset: '2025-01-31' } as const;
const ENDING = { ...GET, deprecated: true, sunset: '2999-01-31' } as const;

/** Changes of what is announced, and of parts that are not judged. */
export const ANNOUNCEMENTS = {
  'operation-removed-as-announced': {
    id: 'api-removed-as-announced',
    of: 'request',
    effect: NARROWS,
    reverse: 'operation-added',
    level: 'warning',
    policy: 'Who still calls it is answered with 404, and was told so before.',
    says: 'is no longer there, as was announced',
    example: inContract({ operations: { getUser: ENDED, updateUser: PUT } }, { operations: { updateUser: PUT } }),
  },
  'operation-removed-before-sunset': {
    id: 'api-removed-before-sunset',
    of: 'request',
    effect: NARROWS,
    reverse: 'operation-added',
    says: 'is no longer there, and was announced to be until {subject}',
    because: 'Who calls it counts on the day that was announced.',
    example: inContract({ operations: { getUser: ENDING, updateUser: PUT } }, { operations: { updateUser: PUT } }),
  },
  'operation-deprecated': {
    id: 'endpoint-deprecated',
    of: 'request',
    effect: NEITHER,
    reverse: 'operation-reactivated',
    says: 'is now {after}',
    because: 'It works as before: look for what takes its place.',
    example: inOperation({}, { deprecated: true }),
  },
  'operation-reactivated': {
    id: 'endpoint-reactivated',
    of: 'request',
    effect: NEITHER,
    reverse: 'operation-deprecated',
    says: 'is no longer {before}',
    because: 'It works as before.',
    example: inOperation({ deprecated: true }, {}),
  },
  'sunset-moved-forward': {
    of: 'request',
    effect: NARROWS,
    reverse: 'sunset-moved-back',
    level: 'warning',
    policy: 'It works as before, yet ends sooner than callers were told.',
    says: 'is to end on {after}, and was to on {before}',
    example: inOperation({ deprecated: true, sunset: '2999-06-30' }, { deprecated: true, sunset: '2999-01-31' }),
  },
  'sunset-moved-back': {
    of: 'request',
    effect: NEITHER,
    reverse: 'sunset-moved-forward',
    says: 'is to end on {after}, and was to on {before}',
    because: 'It works longer than callers were told.',
    example: inOperation({ deprecated: true, sunset: '2999-01-31' }, { deprecated: true, sunset: '2999-06-30' }),
  },
  'unjudged-part-changed': {
    of: 'response',
    effect: NEITHER,
    level: 'warning',
    policy: 'Nothing here judges it: look at it by hand.',
    says: 'changed in its {subject}, which are not judged',
    example: inOperation({ unjudged: { callbacks: '111111111111' } }, { unjudged: { callbacks: '222222222222' } }),
  },
} as const satisfies Readonly<Record<string, ContractRow>>;
