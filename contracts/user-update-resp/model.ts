/**
 * Generated from UserUpdateResp.md by `pactcheck import`: change the document, or add what it cannot say to the
 * refinements of contract.ts.
 */
export const models = {
  UserUpdateResp: {
    type: 'object',
    properties: {
      username: { type: 'string', description: 'A username containing alphanumerical letters and -,._@+= characters.' },
      activeSessions: {
        type: 'array',
        items: { $ref: '#/$defs/ActiveSession' },
        description: 'List of active user sessions.',
      },
      loginHistory: {
        type: 'array',
        items: { $ref: '#/$defs/LoginHistory' },
        description:
          'Timestamps, succeedings, IP addresses and user agent information of the last five logins of the user, with timestamps in RFC3339 format.',
      },
      creationTime: {
        type: 'integer',
        format: 'int64',
        description: 'A timestamp of the user creation in the storage, in milliseconds.',
      },
      updatedAt: { type: 'string', format: 'date-time', description: 'Last update UTC time RFC3339.' },
      fullName: { type: 'string', description: 'The full name of the user.' },
      id: { type: 'string', description: 'The UUID of the user.' },
      lastLoginTime: {
        type: 'integer',
        format: 'int64',
        description: 'A timestamp of the latest login of the user, in milliseconds.',
      },
      isGtcAccepted: {
        type: 'boolean',
        description: 'A flag indicating that the General Terms and Conditions has been accepted.',
      },
      etag: { type: 'string', description: 'API resource entity version.' },
      isMarketingAccepted: {
        type: 'boolean',
        description: 'A flag indicating that receiving marketing information has been accepted.',
      },
      phoneNumber: { type: 'string', description: 'Phone number.' },
      email: { type: 'string', description: 'The email address.' },
      status: {
        type: 'string',
        enum: ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE'],
        description:
          'The status of the user. ENROLLING state indicates that the user is in the middle of the enrollment process. INVITED means that the user has not accepted the invitation request. RESET means that the password must be changed immediately. INACTIVE users are locked out and not permitted to use the system.',
      },
      accountId: { type: 'string', description: 'The UUID of the account.' },
      totpScratchCodes: {
        type: 'array',
        items: { type: 'string' },
        description:
          'A list of scratch codes for the 2-factor authentication. Visible only when 2FA is requested to be enabled or the codes regenerated.',
      },
      object: {
        type: 'string',
        enum: [
          'user',
          'api-key',
          'group',
          'account',
          'account-template',
          'trusted-cert',
          'list',
          'error',
          'policy',
          'identity-provider',
        ],
        description: "Entity name: always 'user'",
      },
      groups: {
        type: 'array',
        items: { type: 'string' },
        description: 'A list of IDs of the groups this user belongs to.',
      },
      address: { type: 'string', description: 'Address.' },
      totpSecret: {
        type: 'string',
        description: 'Secret for the 2-factor authenticator app. Visible only when 2FA is requested to be enabled.',
      },
      password: {
        type: 'string',
        description: 'The password when creating a new user. It will be generated when not present in the request.',
      },
      emailVerified: {
        type: 'boolean',
        description: "A flag indicating whether the user's email address has been verified or not.",
      },
      createdAt: { type: 'string', format: 'date-time', description: 'Creation UTC time RFC3339.' },
      userProperties: {
        type: 'object',
        additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
        description: "User's account specific custom properties.",
      },
      isTotpEnabled: {
        type: 'boolean',
        description: 'A flag indicating whether 2-factor authentication (TOTP) has been enabled.',
      },
      passwordChangedTime: {
        type: 'integer',
        format: 'int64',
        description: 'A timestamp of the latest change of the user password, in milliseconds.',
      },
    },
    required: ['id', 'etag', 'email', 'status', 'accountId', 'object'],
  },
} as const;
