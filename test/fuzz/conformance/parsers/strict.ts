import { parseUser } from '../../../../contracts/user-update-resp/consumer/parser';
import { type Json, readJson } from './events';
import { Refused } from './facts';

const USER =
  'username activeSessions loginHistory creationTime updatedAt fullName id lastLoginTime isGtcAccepted etag isMarketingAccepted phoneNumber email status accountId totpScratchCodes object groups address totpSecret password emailVerified createdAt userProperties isTotpEnabled passwordChangedTime'.split(
    ' ',
  );
const SESSION = ['userAgent', 'ipAddress', 'accountId', 'referenceToken', 'loginTime'];
const LOGIN = ['date', 'ipAddress', 'userAgent', 'success'];

function requireListed(value: Json | undefined, listed: readonly string[]): void {
  if (!(value instanceof Map)) return;
  for (const name of value.keys()) if (!listed.includes(name)) throw new Refused(`${name} is not listed`);
}

const itemsOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** Reads a user, and refuses members that the contract does not list, wherever they are. */
export function parseStrictly(body: string, response: { readonly status: number }): unknown {
  if (response.status !== 200) throw new Refused(`status ${response.status}`);
  const json = readJson(body);
  requireListed(json, USER);
  if (json instanceof Map) {
    for (const session of itemsOf(json.get('activeSessions'))) requireListed(session, SESSION);
    for (const login of itemsOf(json.get('loginHistory'))) requireListed(login, LOGIN);
  }
  return parseUser(body);
}
