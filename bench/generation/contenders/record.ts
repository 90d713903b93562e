// What a user of fast-check writes by hand, in the cheapest arbitraries that give valid payloads: no regular
// expressions, no bigints, ASCII only, integers that `JSON.stringify` can print.
import fc from 'fast-check';
import { type Contender, printing } from './contender';
import { OBJECT, STATUS } from './enums';

const NAME = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-,.@+='];

const text = fc.string();
const upTo100 = fc.string({ maxLength: 100 });
const id = fc.uuid().map((uuid) => uuid.replaceAll('-', ''));
const milliseconds = fc.maxSafeInteger();
const dateTime = fc
  .date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const part = fc.string({ minLength: 1 });

const activeSession = fc.record({
  userAgent: text,
  ipAddress: fc.ipV4(),
  accountId: id,
  referenceToken: text,
  loginTime: dateTime,
});
const loginHistory = fc.record({ date: dateTime, ipAddress: fc.ipV4(), userAgent: text, success: fc.boolean() });

/** The answer of an update by `fc.record`. */
const userUpdateResp = fc.record(
  {
    username: fc.string({ unit: fc.constantFrom(...NAME), minLength: 4, maxLength: 30 }),
    activeSessions: fc.array(activeSession),
    loginHistory: fc.array(loginHistory, { maxLength: 5 }),
    creationTime: milliseconds,
    updatedAt: dateTime,
    fullName: upTo100,
    id,
    lastLoginTime: milliseconds,
    isGtcAccepted: fc.boolean(),
    etag: text,
    isMarketingAccepted: fc.boolean(),
    phoneNumber: upTo100,
    email: fc.tuple(part, part).map(([local, domain]) => `${local}@${domain}`),
    status: fc.constantFrom(...STATUS),
    accountId: id,
    totpScratchCodes: fc.array(text),
    object: fc.constantFrom(...OBJECT),
    groups: fc.array(text),
    address: upTo100,
    totpSecret: text,
    password: text,
    emailVerified: fc.boolean(),
    createdAt: dateTime,
    userProperties: fc.dictionary(text, fc.dictionary(text, text)),
    isTotpEnabled: fc.boolean(),
    passwordChangedTime: milliseconds,
  },
  { requiredKeys: ['id', 'etag', 'email', 'status', 'accountId', 'object'] },
);

export const record = (): Contender => printing(fc, userUpdateResp);
