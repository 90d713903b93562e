import type { ContractSource, ModelType } from 'pactcheck';
import { models as imported } from './model';

/** What the document only links to, or what its API sends beside it. */
const completed = {
  ActiveSession: {
    type: 'object',
    description: 'A session of the user that is still open.',
    properties: {
      userAgent: { type: 'string' },
      ipAddress: { type: 'string' },
      accountId: { type: 'string' },
      referenceToken: { type: 'string' },
      loginTime: { type: 'string', format: 'date-time' },
    },
    required: ['userAgent', 'ipAddress', 'accountId', 'referenceToken', 'loginTime'],
  },
  LoginHistory: {
    type: 'object',
    description: 'One login of the user, or one try.',
    properties: {
      date: { type: 'string', format: 'date-time' },
      ipAddress: { type: 'string' },
      userAgent: { type: 'string' },
      success: { type: 'boolean' },
    },
    required: ['date', 'ipAddress', 'userAgent', 'success'],
  },
  ErrorResponse: {
    type: 'object',
    properties: {
      code: { type: 'integer' },
      object: { type: 'string', enum: ['error'] },
      requestId: { type: 'string' },
      message: { type: 'string' },
      type: {
        type: 'string',
        enum: [
          'success',
          'created',
          'accepted',
          'permanently_deleted',
          'validation_error',
          'invalid_token',
          'invalid_apikey',
          'reauth_required',
          'access_denied',
          'account_limit_exceeded',
          'not_found',
          'method_not_supported',
          'not_acceptable',
          'duplicate',
          'precondition_failed',
          'unsupported_media_type',
          'rate_limit_exceeded',
          'internal_server_error',
          'system_unavailable',
        ],
      },
      fields: { type: 'array', items: { $ref: '#/$defs/ErrorField' } },
    },
    required: ['code', 'object', 'requestId', 'message', 'type'],
  },
  ErrorField: {
    type: 'object',
    description: 'A field of the request that was refused, and why.',
    properties: { name: { type: 'string' }, message: { type: 'string' } },
    required: ['name', 'message'],
  },
  UserUpdateReq: {
    type: 'object',
    properties: {
      phoneNumber: { type: 'string', maxLength: 100 },
      username: { type: 'string', minLength: 4, maxLength: 30, pattern: '^[A-Za-z0-9_\\-,.@+=]*$' },
      isMarketingAccepted: { type: 'boolean' },
      userProperties: {
        type: 'object',
        additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
      },
      isGtcAccepted: { type: 'boolean' },
      isTotpEnabled: { type: 'boolean' },
      status: { type: 'string', enum: ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE'] },
      fullName: { type: 'string', maxLength: 100 },
      address: { type: 'string', maxLength: 100 },
      password: { type: 'string' },
      email: { type: 'string', minLength: 3, maxLength: 254, pattern: '^.+@.+$' },
    },
  },
} as const;

const models = { ...imported, ...completed } as const;

/** 32 lowercase hex digits, or the same as a UUID with hyphens: the document says UUID, the API sends the first. */
const ID = { pattern: '^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$' } as const;

/** An error answer, with what the service may say in it. */
const error = <const Code extends number, const Type extends string>(code: Code, type: Type, message: string) =>
  ({
    schema: {
      $ref: '#/$defs/ErrorResponse',
      examples: [{ code, object: 'error', requestId: 'request-1', message, type }],
    },
  }) as const;
const userExists = { name: 'a user exists', params: { user: { $from: 'before' } } } as const;
const anotherHasEmail = {
  name: 'another user has the email',
  params: { email: { $from: 'request', pointer: '/email' } },
} as const;

/** Both operations answer alike. */
const responses = {
  '200': {
    description: 'The user as it is after the update.',
    schema: { $ref: '#/$defs/UserUpdateResp' },
    states: [userExists],
  },
  '400': {
    description: 'The request is not valid.',
    ...error(400, 'validation_error', 'status is not known'),
    states: [userExists],
    provokedBy: 'invalid request',
  },
  '401': {
    description: 'There is no valid token.',
    ...error(401, 'invalid_token', 'The token is not valid'),
    states: [{ name: 'the caller has no valid token' }],
    provokedBy: 'invalid credentials',
  },
  '403': {
    description: 'The caller may not do this.',
    ...error(403, 'access_denied', 'The caller may not update users'),
    states: [{ name: 'the caller may not update users' }],
  },
  '404': {
    description: 'There is no such user.',
    ...error(404, 'not_found', 'There is no such user'),
    states: [{ name: 'no such user', params: { userId: { $from: 'before', pointer: '/id' } } }],
  },
  '409': {
    description: 'Another user has the email.',
    ...error(409, 'duplicate', 'Another user has the email'),
    states: [userExists, anotherHasEmail],
  },
} as const;

/** How the answer depends on the request and on the user before it. */
const update = {
  identity: ['/id', '/accountId', '/object'],
  version: '/etag',
  managed: ['/etag', '/updatedAt'],
  order: [['/createdAt', '/updatedAt']],
  shownSometimes: ['/totpSecret', '/totpScratchCodes', '/password'],
  // A new email is not yet verified; a new password, or another status, may end sessions.
  sideEffects: {
    '/email': ['/emailVerified', '/status'],
    '/password': ['/passwordChangedTime', '/activeSessions', '/status'],
    '/status': ['/activeSessions'],
    '/isTotpEnabled': ['/activeSessions'],
  },
} as const;

const operation = {
  method: 'PUT',
  security: { scheme: 'bearer' },
  request: { schema: { $ref: '#/$defs/UserUpdateReq' } },
  responses,
  update,
} as const;

const contract = {
  version: 1,
  name: 'user-update-resp',
  consumer: 'console',
  provider: 'iam',
  models,
  refinements: {
    UserUpdateResp: {
      '/id': ID,
      '/accountId': ID,
      '/username': { minLength: 4, maxLength: 30, pattern: '^[A-Za-z0-9_\\-,.@+=]*$' },
      '/fullName': { maxLength: 100 },
      '/address': { maxLength: 100 },
      '/phoneNumber': { maxLength: 100 },
      '/email': { minLength: 3, maxLength: 254, pattern: '^.+@.+$' },
      '/loginHistory': { maxItems: 5 },
    },
    ActiveSession: { '/accountId': ID },
  },
  operations: {
    updateAccountUser: {
      ...operation,
      path: '/v3/accounts/{account_id}/users/{user_id}',
      summary: 'Updates a user of an account.',
      parameters: {
        account_id: {
          in: 'path',
          schema: { type: 'string', ...ID },
          value: { $from: 'before', pointer: '/accountId' },
        },
        user_id: { in: 'path', schema: { type: 'string', ...ID }, value: { $from: 'before', pointer: '/id' } },
      },
    },
    updateMyUser: { ...operation, path: '/v3/users/me', summary: 'Updates the user whose token it is.' },
  },
  rules: [
    {
      id: 'object-is-user',
      description: "Entity name: always 'user'",
      level: 'error',
      must: [{ pointer: '/object', in: ['user'] }],
    },
    {
      id: 'totp-secret-only-when-enabling',
      description: 'Secret for the 2-factor authenticator app. Visible only when 2FA is requested to be enabled.',
      level: 'error',
      when: [{ pointer: '/totpSecret', present: true }],
      must: [{ pointer: '/isTotpEnabled', in: [true] }],
    },
    {
      id: 'totp-secret-only-when-requested',
      description: 'Secret for the 2-factor authenticator app. Visible only when 2FA is requested to be enabled.',
      level: 'error',
      when: [{ pointer: '/totpSecret', present: true }],
      must: [{ of: 'request', pointer: '/isTotpEnabled', in: [true] }],
    },
    // An empty list shows nothing.
    {
      id: 'scratch-codes-only-when-enabling',
      description:
        'A list of scratch codes for the 2-factor authentication. Visible only when 2FA is requested to be enabled or the codes regenerated.',
      level: 'error',
      when: [{ pointer: '/totpScratchCodes/[]', present: true }],
      must: [{ pointer: '/isTotpEnabled', in: [true] }],
    },
    {
      id: 'scratch-codes-only-when-requested',
      description:
        'A list of scratch codes for the 2-factor authentication. Visible only when 2FA is requested to be enabled or the codes regenerated.',
      level: 'error',
      when: [{ pointer: '/totpScratchCodes/[]', present: true }],
      must: [{ of: 'request', pointer: '/isTotpEnabled', in: [true] }],
    },
    ...(['/creationTime', '/lastLoginTime', '/passwordChangedTime'] as const).map((pointer) => ({
      id: `milliseconds-${pointer.slice(1)}`,
      description: 'A timestamp in milliseconds: a value this small is a time of 1970, or counts seconds.',
      level: 'warning' as const,
      when: [{ of: 'before' as const, pointer, minimum: 100_000_000_000, present: true }],
      must: [{ pointer, minimum: 100_000_000_000 }],
    })),
  ],
  fixed: [{ pointer: '/object', value: 'user', reason: "The document says: always 'user'." }],
} as const satisfies ContractSource;

export default contract;

/** The user as the service sends it. */
export type UserUpdateResp = ModelType<typeof models, 'UserUpdateResp'>;
/** What an update may change. */
export type UserUpdateReq = ModelType<typeof models, 'UserUpdateReq'>;
/** How the service says no. */
export type ErrorResponse = ModelType<typeof models, 'ErrorResponse'>;
