type Members = Readonly<Record<string, unknown>>;

/** A parser's bug: whether a payload shows it. */
type Bug = (body: Members) => boolean;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly Members[] => (Array.isArray(value) ? value : []);
const isThere = (body: Members, name: string): boolean => Object.hasOwn(body, name);
const entries = (value: unknown): [string, unknown][] => Object.entries((value ?? {}) as object);
const points = (value: unknown): number => [...text(value)].length;
const number = (value: unknown): number => Number(value ?? 0);

/** Bugs that parsers of such an answer have had, or could have: of values, of lengths, of presence, and of several. */
export const BUGS: Readonly<Record<string, Bug>> = {
  'time past 32 bits': ({ creationTime }) => number(creationTime) > 0xffffffff,
  'time past the safe integers': ({ lastLoginTime }) => number(lastLoginTime) >= 2 ** 53 - 1,
  'time before 1970': ({ passwordChangedTime }) => number(passwordChangedTime) < 0,
  'odd times, both': ({ creationTime, lastLoginTime }) =>
    number(creationTime) % 2 !== 0 && number(lastLoginTime) % 2 !== 0,
  'name of 64 or more': ({ fullName }) => points(fullName) >= 64,
  'name of 100': ({ fullName }) => points(fullName) === 100,
  'user name of 30': ({ username }) => points(username) === 30,
  'long token in a session': ({ activeSessions }) =>
    list(activeSessions).some(({ referenceToken }) => text(referenceToken).length > 255),
  'character beyond the BMP': ({ address }) => /[\u{10000}-\u{10ffff}]/u.test(text(address)),
  'quote in an etag': ({ etag }) => /["\\]/.test(text(etag)),
  'plus sign in an email': ({ email }) => text(email).includes('+'),
  'date without a fraction': ({ updatedAt }) => isFine(updatedAt) && !text(updatedAt).includes('.'),
  'date with an offset': ({ createdAt }) => /[+-]\d\d:\d\d$/.test(text(createdAt)),
  'leap day': ({ createdAt }) => text(createdAt).includes('-02-29'),
  'five logins': ({ loginHistory }) => list(loginHistory).length === 5,
  'failed login after one that did': ({ loginHistory }) =>
    list(loginHistory).some(({ success }, index, all) => success === false && all[index - 1]?.['success'] === true),
  'four sessions or more': ({ activeSessions }) => list(activeSessions).length >= 4,
  'list that is empty, and no other': (body) =>
    isThere(body, 'groups') && list(body['groups']).length === 0 && !isThere(body, 'totpScratchCodes'),
  'map within a map that is empty': ({ userProperties }) =>
    entries(userProperties).some(([, inner]) => entries(inner).length === 0),
  'key __proto__': ({ userProperties }) => entries(userProperties).some(([name]) => name === '__proto__'),
  'secret without codes': (body) => isThere(body, 'totpSecret') && !isThere(body, 'totpScratchCodes'),
  'two values of enums': ({ status, object }) => status === 'RESET' && object === 'identity-provider',
  'only what is required': (body) => Object.keys(body).length === 6,
  everything: (body) => Object.keys(body).length === 26,
  'six members': (body) =>
    ['username', 'fullName', 'phoneNumber'].every((name) => isThere(body, name)) &&
    ['address', 'password', 'updatedAt'].every((name) => !isThere(body, name)),
  'flags that contradict': ({ isTotpEnabled, emailVerified, isGtcAccepted }) =>
    isTotpEnabled === false && emailVerified === true && isGtcAccepted === false,
};

const isFine = (value: unknown): boolean => typeof value === 'string';
