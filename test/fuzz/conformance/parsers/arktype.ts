// arktype is an ES module: it is loaded where the parser runs, not by Jest.
import { type Type, type } from 'arktype';
import { isEmail, isId, isInt64, isMoment, isShort, isUsername, OBJECTS, STATUSES } from './facts';

const text = (fits: (value: string) => boolean) => type('string').narrow((value) => fits(value));
const int64 = type('number | bigint').narrow((value) => isInt64(value));
const moment = text(isMoment);
const id = text(isId);

/** A list is a record to arktype, and no map to the contract. */
const map = (value: Type) => type({ '[string]': value }).narrow((members) => !Array.isArray(members));

/** The user in arktype. */
export const arktypeUser = type({
  'username?': text(isUsername),
  'activeSessions?': type({
    userAgent: 'string',
    ipAddress: 'string',
    accountId: id,
    referenceToken: 'string',
    loginTime: moment,
  }).array(),
  'loginHistory?': type({ date: moment, ipAddress: 'string', userAgent: 'string', success: 'boolean' })
    .array()
    .atMostLength(5),
  'creationTime?': int64,
  'updatedAt?': moment,
  'fullName?': text(isShort),
  id,
  'lastLoginTime?': int64,
  'isGtcAccepted?': 'boolean',
  etag: 'string',
  'isMarketingAccepted?': 'boolean',
  'phoneNumber?': text(isShort),
  email: text(isEmail),
  status: type.enumerated(...STATUSES),
  accountId: id,
  'totpScratchCodes?': 'string[]',
  object: type.enumerated(...OBJECTS),
  'groups?': 'string[]',
  'address?': text(isShort),
  'totpSecret?': 'string',
  'password?': 'string',
  'emailVerified?': 'boolean',
  'createdAt?': moment,
  'userProperties?': map(map(type('string'))),
  'isTotpEnabled?': 'boolean',
  'passwordChangedTime?': int64,
});
