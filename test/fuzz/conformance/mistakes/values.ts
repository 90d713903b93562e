import { dateFrom, type Loose } from './loose';
import { field, giving, type Mistake, said, textField } from './mistake';

const isBig = (value: unknown): boolean => typeof value === 'bigint' && (value > 2n ** 53n || value < -(2n ** 53n));

/** What is read otherwise than it was written. */
export const IN_VALUES: readonly Mistake[] = [
  giving('leaves a field out', 'lost-field', (user) => void delete user['groups']),
  giving(
    'takes false for absent',
    'lost-field',
    (user) => void (user['emailVerified'] === false && delete user['emailVerified']),
  ),
  giving(
    'takes an empty text for absent',
    'lost-field',
    (user) => void (user['address'] === '' && delete user['address']),
  ),
  giving(
    'takes zero for absent',
    'lost-field',
    (user) => void (Number(user['creationTime']) === 0 && delete user['creationTime']),
  ),
  giving(
    'takes an empty list for absent',
    'lost-field',
    (user) => void ((user['groups'] as unknown[])?.length === 0 && delete user['groups']),
  ),
  giving('gives a default', 'invented-field', (user) => ({ ...user, isTotpEnabled: user['isTotpEnabled'] ?? false })),
  giving('makes up an empty list', 'invented-field', (user) => ({ ...user, groups: user['groups'] ?? [] })),
  giving(
    'rounds an int64',
    'inexact-integer',
    field('creationTime', (value) => (typeof value === 'bigint' ? Number(value) : value)),
  ),
  giving(
    'saturates an int64',
    'inexact-integer',
    field('lastLoginTime', (value) => (isBig(value) ? 2n ** 53n : value)),
  ),
  giving(
    'wraps an int64 to 32 bits',
    'wrong-value inexact-integer',
    field('passwordChangedTime', (value) => Number(BigInt.asIntN(32, BigInt(value as bigint)))),
  ),
  giving(
    'takes milliseconds for seconds',
    'wrong-value',
    field('creationTime', (value) => BigInt(value as bigint) / 1000n),
  ),
  giving('forgets the offset', 'wrong-instant', (user, body) => {
    const written = said(body, 'createdAt');
    if (typeof written === 'string') user['createdAt'] = new Date(`${written.slice(0, 19)}Z`);
  }),
  giving(
    'drops the fraction',
    'wrong-instant',
    field('updatedAt', (value) => new Date(Math.floor(dateFrom(value).getTime() / 1000) * 1000)),
  ),
  giving('gives an invalid date', 'invalid-date', (user, body) => {
    const written = said(body, 'createdAt');
    if (typeof written === 'string' && /[+-]\d\d:\d\d$/.test(written)) user['createdAt'] = new Date(Number.NaN);
  }),
  giving('leaves dates without a fraction texts', 'unsteady-type', (user, body) => {
    const written = said(body, 'updatedAt');
    if (typeof written === 'string') user['updatedAt'] = written.includes('.') ? new Date(written) : written;
  }),
  giving(
    'trims texts',
    'wrong-value',
    textField('fullName', (value) => value.trim()),
  ),
  giving(
    'normalises texts',
    'wrong-value',
    textField('fullName', (value) => value.normalize('NFC')),
  ),
  giving(
    'cuts texts',
    'wrong-value',
    textField('fullName', (value) => value.slice(0, 64)),
  ),
  giving(
    'decodes what is not encoded',
    'wrong-value',
    textField('address', (value) => value.replaceAll('&amp;', '&')),
  ),
  giving(
    'breaks surrogate pairs',
    'wrong-value',
    textField('address', (value) => value.replace(/[\ud800-\udfff]/g, '?')),
  ),
  giving(
    'reads true out of a text',
    'wrong-value',
    textField('phoneNumber', (value) => (value === 'true' ? true : value)),
  ),
  giving(
    'removes duplicates',
    'lost-field',
    field('groups', (value) => [...new Set(value as string[])]),
  ),
  giving(
    'sorts a list',
    'wrong-value',
    field('groups', (value) => [...(value as string[])].sort()),
  ),
  giving(
    'keeps the first item only',
    'lost-field',
    field('loginHistory', (value) => (value as unknown[]).slice(0, 1)),
  ),
  giving('swaps two fields', 'lost-field invented-field wrong-value', (user) => ({
    ...user,
    address: user['fullName'],
    fullName: user['address'],
  })),
  giving(
    'loses the key __proto__',
    'lost-field',
    field('userProperties', (value) => {
      const copy: Loose = {};
      for (const [name, inner] of value instanceof Map ? value : Object.entries(value as object)) copy[name] = inner;
      return copy;
    }),
  ),
  giving(
    'gives an integer that cannot be printed',
    'unreadable-value',
    field('creationTime', () => ({
      toString: () => {
        throw new TypeError('not yet');
      },
    })),
  ),
  giving('gives nothing', 'wrong-value', () => null),
  giving(
    'loses a field when another is absent',
    'lost-field',
    (user) => void ((user['username'] ?? undefined) === undefined && delete user['fullName']),
  ),
];
