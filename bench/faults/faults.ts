import type { Call, Hooks, User } from './user';

/** A defect as services have them: where it belongs, what it is, and how it is planted. */
export interface Fault {
  readonly kind: string;
  readonly name: string;
  readonly hooks: Hooks;
}

type Change = (shown: User, call: Call) => unknown;

const shown = (kind: string, name: string, show: Change): Fault => ({ kind, name, hooks: { show } });

const without = (user: User, ...names: readonly string[]): User =>
  Object.fromEntries(Object.entries(user).filter(([name]) => !names.includes(name)));

/** Changes a member where it is there. */
const member =
  (name: string, change: (value: never) => unknown): Change =>
  (user) =>
    user[name] === undefined ? user : { ...user, [name]: change(user[name] as never) };

const when =
  (holds: (user: User) => boolean, change: Change): Change =>
  (user, call) =>
    holds(user) ? change(user, call) : user;

const has =
  (...names: readonly string[]) =>
  (user: User): boolean =>
    names.every((name) => user[name] !== undefined);

const lacks =
  (...names: readonly string[]) =>
  (user: User): boolean =>
    names.every((name) => user[name] === undefined);

const eachItem = (name: string, change: (item: User) => unknown): Change =>
  member(name, (items: readonly User[]) => items.map(change));

const MISSING = ['id', 'etag', 'email', 'status', 'accountId', 'object'].map((name) =>
  shown('missing', `${name} is missing`, (user) => without(user, name)),
);

const TYPES = [
  shown('type', 'creationTime is text', member('creationTime', String)),
  shown('type', 'isGtcAccepted is text', member('isGtcAccepted', String)),
  shown('type', 'emailVerified is a number', member('emailVerified', Number)),
  shown(
    'type',
    'loginHistory is one object',
    member('loginHistory', (items: readonly unknown[]) => items[0] ?? {}),
  ),
  shown(
    'type',
    'groups are objects',
    member('groups', (items: readonly string[]) => items.map((id) => ({ id }))),
  ),
  shown(
    'type',
    'userProperties are flat',
    member('userProperties', () => ({ shop: 'blue' })),
  ),
  shown('type', 'fullName is null where there is none', (user) => ({ fullName: null, ...user })),
  shown('type', 'the user is in an array', (user) => [user]),
  shown('type', 'the user is in an envelope', (user) => ({ data: user })),
  shown(
    'type',
    'success of a login is text',
    eachItem('loginHistory', (item) => ({ ...item, success: 'true' })),
  ),
  shown(
    'type',
    'passwordChangedTime is a date-time',
    member('passwordChangedTime', () => '2023-04-05T06:07:08Z'),
  ),
];

const FORMATS = [
  shown(
    'format',
    'createdAt has a blank for T',
    member('createdAt', (date: string) => date.replace(/T/i, ' ')),
  ),
  shown(
    'format',
    'createdAt has no zone',
    member('createdAt', (date: string) => date.replace(/(?:Z|[-+]\d\d:\d\d)$/i, '')),
  ),
  shown(
    'format',
    'updatedAt has +0000',
    member('updatedAt', (date: string) => date.replace(/Z$/, '+0000')),
  ),
  shown(
    'format',
    'createdAt is a date alone',
    member('createdAt', (date: string) => date.slice(0, 10)),
  ),
  shown(
    'format',
    'login dates are milliseconds',
    eachItem('loginHistory', (item) => ({ ...item, date: 1680674828000 })),
  ),
  shown(
    'format',
    'sessions lack a zone',
    eachItem('activeSessions', (item) => ({ ...item, loginTime: '2023-04-05T06:07:08' })),
  ),
  shown(
    'format',
    'ids are upper case',
    member('id', (id: string) => id.toUpperCase().replace(/0/, 'F')),
  ),
  shown(
    'format',
    'the account id is short',
    member('accountId', (id: string) => id.slice(0, 8)),
  ),
];

const ENUMS = [
  shown(
    'enum',
    'status in lower case',
    member('status', (status: string) => status.toLowerCase()),
  ),
  shown(
    'enum',
    'one status is another word',
    member('status', (status: string) => (status === 'RESET' ? 'RESETTING' : status)),
  ),
  shown(
    'enum',
    'INVITED lacks an email',
    when(
      ({ status }) => status === 'INVITED',
      (user) => without(user, 'email'),
    ),
  ),
  shown(
    'enum',
    'INACTIVE has a null etag',
    when(
      ({ status }) => status === 'INACTIVE',
      (user) => ({ ...user, etag: null }),
    ),
  ),
  shown(
    'enum',
    'ENROLLING has a number for its name',
    when(
      ({ status, fullName }) => status === 'ENROLLING' && fullName !== undefined,
      (user) => ({ ...user, fullName: 1 }),
    ),
  ),
  shown('enum', 'object is account', (user) => ({ ...user, object: 'account' })),
  shown('enum', 'object is User', (user) => ({ ...user, object: 'User' })),
];

const LIMITS = [
  shown(
    'limit',
    'seven logins',
    member('loginHistory', (items: readonly unknown[]) =>
      items.length === 0 ? items : Array.from({ length: 7 }, () => items[0]),
    ),
  ),
  shown(
    'limit',
    'a username in brackets',
    member('username', (name: string) => `<${name}>`),
  ),
  shown(
    'limit',
    'a phone number of 300 digits',
    member('phoneNumber', () => '1'.repeat(300)),
  ),
  shown(
    'limit',
    'an int64 that is too large',
    member('lastLoginTime', () => 9223372036854775808n),
  ),
  shown(
    'limit',
    'an int64 that lost digits',
    member('creationTime', (value: number | bigint) =>
      typeof value === 'bigint' ? BigInt(Number(value)) + 1024n : value,
    ),
  ),
];

const TOGETHER = [
  shown(
    'two fields',
    'address is null beside a phone number',
    when(has('address', 'phoneNumber'), (user) => ({ ...user, address: null })),
  ),
  shown(
    'two fields',
    'groups vanish beside sessions',
    when(has('groups', 'activeSessions'), (user) => without(user, 'groups')),
  ),
  shown(
    'two fields',
    'fullName turns into a list beside a username',
    when(has('fullName', 'username'), (user) => ({ ...user, fullName: [user['fullName']] })),
  ),
  shown(
    'two fields',
    'emailVerified is text without createdAt',
    when(
      (user) => has('emailVerified')(user) && lacks('createdAt')(user),
      (user) => ({ ...user, emailVerified: 'yes' }),
    ),
  ),
  shown(
    'two fields',
    'lastLoginTime is null without a login history',
    when(
      (user) => has('lastLoginTime')(user) && lacks('loginHistory')(user),
      (user) => ({ ...user, lastLoginTime: null }),
    ),
  ),
  shown(
    'two fields',
    'isGtcAccepted false hides isMarketingAccepted true',
    when(
      (user) => user['isGtcAccepted'] === false && user['isMarketingAccepted'] === true,
      (user) => without(user, 'isMarketingAccepted'),
    ),
  ),
  shown(
    'two fields',
    'userProperties are empty beside groups',
    when(has('userProperties', 'groups'), (user) => ({ ...user, userProperties: null })),
  ),
  shown(
    'three fields',
    'three optional fields together break one',
    when(has('address', 'fullName', 'username'), (user) => ({ ...user, username: null })),
  ),
  shown(
    'three fields',
    'two present and one absent break one',
    when(
      (user) => has('phoneNumber', 'createdAt')(user) && lacks('groups')(user),
      (user) => ({ ...user, phoneNumber: 5 }),
    ),
  ),
];

const PROSE = [
  shown(
    'prose',
    'seconds for milliseconds',
    member('creationTime', (value: number | bigint) =>
      typeof value === 'number' && value > 1e11 ? Math.floor(value / 1000) : value,
    ),
  ),
  shown(
    'prose',
    'last login in seconds',
    member('lastLoginTime', (value: number | bigint) =>
      typeof value === 'number' && value > 1e11 ? Math.floor(value / 1000) : value,
    ),
  ),
  shown('prose', 'the TOTP secret is always shown', (user) => ({ ...user, totpSecret: 'JBSWY3DP' })),
  shown(
    'prose',
    'scratch codes are shown whenever 2FA is on',
    when(
      ({ isTotpEnabled }) => isTotpEnabled === true,
      (user) => ({ ...user, totpScratchCodes: ['1'] }),
    ),
  ),
  shown('prose', 'the etag never changes', (user, { before }) => ({ ...user, etag: before['etag'] })),
  shown('prose', 'updated before it was created', (user) =>
    'updatedAt' in user && 'createdAt' in user
      ? { ...user, updatedAt: '0001-01-01T00:00:00Z', createdAt: '2021-11-30T23:15:42Z' }
      : user,
  ),
  shown(
    'prose',
    'the id of somebody else',
    member('id', () => 'ffffffffffffffffffffffffffffffff'),
  ),
];

const applied = (name: string, apply: Hooks['apply']): Fault => ({ kind: 'update', name, hooks: { apply } as Hooks });

const UPDATES = [
  applied('the update is lost', ({ before }) => before),
  applied('one field is never stored', (call, otherwise) =>
    otherwise({ ...call, request: without(call.request, 'address') }),
  ),
  applied('false is not stored', (call, otherwise) =>
    otherwise({
      ...call,
      request: Object.fromEntries(Object.entries(call.request).filter(([, value]) => value !== false)),
    }),
  ),
  applied('an empty text is not stored', (call, otherwise) =>
    otherwise({
      ...call,
      request: Object.fromEntries(Object.entries(call.request).filter(([, value]) => value !== '')),
    }),
  ),
  applied('what is not sent is cleared', (call, otherwise) => ({
    ...without(otherwise(call), ...('fullName' in call.request ? [] : ['fullName'])),
  })),
  applied('a new email resets the status', (call, otherwise) => ({
    ...otherwise(call),
    ...('fullName' in call.request ? { status: 'INVITED' } : {}),
  })),
  applied('names are cut to 20 characters', (call, otherwise) => {
    const { fullName } = call.request;
    return otherwise(
      typeof fullName === 'string' ? { ...call, request: { ...call.request, fullName: fullName.slice(0, 20) } } : call,
    );
  }),
  applied('texts are trimmed', (call, otherwise) => {
    const trimmed = Object.entries(call.request).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : value,
    ]);
    return otherwise({ ...call, request: Object.fromEntries(trimmed) });
  }),
  {
    kind: 'update',
    name: 'half of a refused update is applied',
    hooks: {
      applyRefused: ({ before, request }) => ({
        ...before,
        ...(typeof request['fullName'] === 'string' ? { fullName: request['fullName'] } : {}),
        isMarketingAccepted: true,
      }),
    },
  },
  {
    kind: 'update',
    name: 'the answer repeats the request, and nothing is stored',
    hooks: {
      apply: ({ before }) => before,
      show: (user, { request }) => ({ ...user, ...without(request, 'password'), etag: `${user['etag']}1` }),
    },
  },
] satisfies readonly Fault[];

const replied = (kind: string, name: string, reply: NonNullable<Hooks['reply']>): Fault => ({
  kind,
  name,
  hooks: { reply },
});

const PROTOCOL = [
  replied('status', 'success is 201', (reply) => (reply.status === 200 ? { ...reply, status: 201 } : reply)),
  replied('status', 'not found is 200 with null', (reply) =>
    reply.status === 404 ? { ...reply, status: 200, text: 'null' } : reply,
  ),
  replied('status', 'an invalid request is 500', (reply) => (reply.status === 400 ? { ...reply, status: 500 } : reply)),
  replied('status', 'forbidden is 401', (reply) => (reply.status === 403 ? { ...reply, status: 401 } : reply)),
  replied('status', 'a conflict is 400', (reply) => (reply.status === 409 ? { ...reply, status: 400 } : reply)),
  replied('error body', 'errors are HTML', (reply) =>
    reply.status >= 400 ? { ...reply, contentType: 'text/html', text: '<html><body>Error</body></html>' } : reply,
  ),
  replied('error body', 'errors are empty', (reply) => (reply.status >= 400 ? { ...reply, text: '' } : reply)),
  replied('content type', 'JSON as text/plain', (reply) => ({ ...reply, contentType: 'text/plain' })),
  replied('content type', 'a byte order mark', (reply) => ({ ...reply, text: `\ufeff${reply.text}` })),
  replied('content type', 'JSON that is cut off', (reply) =>
    reply.status === 200 ? { ...reply, text: reply.text.slice(0, -1) } : reply,
  ),
  { kind: 'error body', name: 'errors lack a request id', hooks: { error: (error) => without(error, 'requestId') } },
  {
    kind: 'error body',
    name: 'the code is text',
    hooks: { error: (error) => ({ ...error, code: String(error['code']) }) },
  },
  { kind: 'error body', name: 'the type is unknown', hooks: { error: (error) => ({ ...error, type: 'oops' }) } },
  {
    kind: 'error body',
    name: 'fields are a map',
    hooks: { error: (error) => ({ ...error, fields: { email: 'bad' } }) },
  },
] satisfies readonly Fault[];

const SECURITY = [
  { kind: 'authentication', name: 'any token will do', hooks: { authenticates: (header) => header !== undefined } },
  { kind: 'authentication', name: 'no token is needed', hooks: { authenticates: () => true } },
  {
    kind: 'authentication',
    name: 'no header is a valid token',
    hooks: { authenticates: (header) => header === undefined || header === 'Bearer a-valid-token' },
  },
] satisfies readonly Fault[];

const unchecked =
  (...names: readonly string[]): Hooks['invalidMember'] =>
  (request, otherwise) =>
    otherwise(without(request, ...names));

const VALIDATION = [
  { kind: 'validation', name: 'the username is not checked', hooks: { invalidMember: unchecked('username') } },
  { kind: 'validation', name: 'the status is not checked', hooks: { invalidMember: unchecked('status') } },
  { kind: 'validation', name: 'the email is not checked', hooks: { invalidMember: unchecked('email') } },
  {
    kind: 'validation',
    name: 'flags are not checked',
    hooks: { invalidMember: unchecked('isMarketingAccepted', 'isGtcAccepted') },
  },
  {
    kind: 'validation',
    name: 'a valid update of two fields is refused',
    hooks: {
      invalidMember: (request, otherwise) =>
        'address' in request && 'phoneNumber' in request ? 'address' : otherwise(request),
    },
  },
] as readonly Fault[];

/** The defects, each alone. */
export const FAULTS: readonly Fault[] = [
  ...MISSING,
  ...TYPES,
  ...FORMATS,
  ...ENUMS,
  ...LIMITS,
  ...TOGETHER,
  ...PROSE,
  ...UPDATES,
  ...PROTOCOL,
  ...SECURITY,
  ...VALIDATION,
];
