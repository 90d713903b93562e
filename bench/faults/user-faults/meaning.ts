import { has, lacks, member, shown, when, without } from './planting';

/** What goes wrong where two or three members meet. */
export const TOGETHER = [
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

/** What only the prose of the document forbids. */
export const PROSE = [
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
