import { eachItem, member, shown, when, without } from './planting';

/** Required members that are missing. */
export const MISSING = ['id', 'etag', 'email', 'status', 'accountId', 'object'].map((name) =>
  shown('missing', `${name} is missing`, (user) => without(user, name)),
);

/** Values of another type. */
export const TYPES = [
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

/** Texts and times of another form. */
export const FORMATS = [
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

/** Values that an enum does not have, and what goes wrong for one of its values only. */
export const ENUMS = [
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

/** Values past their limits. */
export const LIMITS = [
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
