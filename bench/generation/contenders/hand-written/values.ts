import { OBJECT, STATUS } from '../enums';
import { ASCII, below, chance, HEX, milliseconds, oneOf, POOL, WORD } from './chance';

const cut = (pool: string, length: number): string => {
  const from = below(POOL - length);
  return pool.slice(from, from + length);
};
const text = (): string => cut(ASCII, below(24));
const id = (): string => cut(HEX, 32);
const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const dateTime = (): string =>
  `${1970 + below(130)}-${two(1 + below(12))}-${two(1 + below(28))}T${two(below(24))}:${two(below(60))}:${two(below(60))}Z`;
const ip = (): string => `${below(256)}.${below(256)}.${below(256)}.${below(256)}`;
const several = <T>(make: () => T): T[] => {
  const made: T[] = [];
  for (let left = below(10); left > 0; left -= 1) made.push(make());
  return made;
};
const dictionary = (make: () => unknown): unknown => {
  const made: Record<string, unknown> = {};
  for (let left = below(10); left > 0; left -= 1) made[cut(WORD, 1 + below(10))] = make();
  return made;
};
const session = (): unknown => ({
  userAgent: text(),
  ipAddress: ip(),
  accountId: id(),
  referenceToken: text(),
  loginTime: dateTime(),
});
const login = (): unknown => ({ date: dateTime(), ipAddress: ip(), userAgent: text(), success: chance() });

/** A payload, member by member. */
export function writtenValue(): unknown {
  const made: Record<string, unknown> = {};
  if (chance()) made['username'] = cut(WORD, 4 + below(27));
  if (chance()) made['activeSessions'] = several(session);
  if (chance()) made['loginHistory'] = several(login).slice(0, 5);
  if (chance()) made['creationTime'] = milliseconds();
  if (chance()) made['updatedAt'] = dateTime();
  if (chance()) made['fullName'] = text();
  made['id'] = id();
  if (chance()) made['lastLoginTime'] = milliseconds();
  if (chance()) made['isGtcAccepted'] = chance();
  made['etag'] = text();
  if (chance()) made['isMarketingAccepted'] = chance();
  if (chance()) made['phoneNumber'] = text();
  made['email'] = `${cut(WORD, 1 + below(10))}@${cut(WORD, 1 + below(10))}`;
  made['status'] = oneOf(STATUS);
  made['accountId'] = id();
  if (chance()) made['totpScratchCodes'] = several(text);
  made['object'] = oneOf(OBJECT);
  if (chance()) made['groups'] = several(text);
  if (chance()) made['address'] = text();
  if (chance()) made['totpSecret'] = text();
  if (chance()) made['password'] = text();
  if (chance()) made['emailVerified'] = chance();
  if (chance()) made['createdAt'] = dateTime();
  if (chance()) made['userProperties'] = dictionary(() => dictionary(text));
  if (chance()) made['isTotpEnabled'] = chance();
  if (chance()) made['passwordChangedTime'] = milliseconds();
  return made;
}
