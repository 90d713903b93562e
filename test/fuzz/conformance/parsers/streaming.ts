import { readEvents } from './events';
import { isEmail, isId, isInt64, isMoment, isShort, isUsername, OBJECTS, Refused, STATUSES } from './facts';

type Scalar = string | number | bigint | boolean | null;
type Check = (value: Scalar) => boolean;

const text =
  (fits: (value: string) => boolean = () => true): Check =>
  (value) =>
    typeof value === 'string' && fits(value);
const oneOf = (allowed: readonly string[]): Check => text((value) => allowed.includes(value));
const flag: Check = (value) => typeof value === 'boolean';
const int64: Check = (value) => (typeof value === 'number' || typeof value === 'bigint') && isInt64(value);

/** What may stand at each path; `*` is any name of a map, `#` any index. */
const SCALARS: Readonly<Record<string, Check>> = {
  username: text(isUsername),
  creationTime: int64,
  updatedAt: text(isMoment),
  fullName: text(isShort),
  id: text(isId),
  lastLoginTime: int64,
  isGtcAccepted: flag,
  etag: text(),
  isMarketingAccepted: flag,
  phoneNumber: text(isShort),
  email: text(isEmail),
  status: oneOf(STATUSES),
  accountId: text(isId),
  object: oneOf(OBJECTS),
  address: text(isShort),
  totpSecret: text(),
  password: text(),
  emailVerified: flag,
  createdAt: text(isMoment),
  isTotpEnabled: flag,
  passwordChangedTime: int64,
  'activeSessions/#/userAgent': text(),
  'activeSessions/#/ipAddress': text(),
  'activeSessions/#/accountId': text(isId),
  'activeSessions/#/referenceToken': text(),
  'activeSessions/#/loginTime': text(isMoment),
  'loginHistory/#/date': text(isMoment),
  'loginHistory/#/ipAddress': text(),
  'loginHistory/#/userAgent': text(),
  'loginHistory/#/success': flag,
  'totpScratchCodes/#': text(),
  'groups/#': text(),
  'userProperties/*/*': text(),
};
const HOLDERS: Readonly<Record<string, '{' | '['>> = {
  '': '{',
  activeSessions: '[',
  'activeSessions/#': '{',
  loginHistory: '[',
  'loginHistory/#': '{',
  totpScratchCodes: '[',
  groups: '[',
  userProperties: '{',
  'userProperties/*': '{',
};
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  '': ['id', 'etag', 'email', 'status', 'accountId', 'object'],
  'activeSessions/#': ['userAgent', 'ipAddress', 'accountId', 'referenceToken', 'loginTime'],
  'loginHistory/#': ['date', 'ipAddress', 'userAgent', 'success'],
};
const MOST: Readonly<Record<string, number>> = { loginHistory: 5 };

interface Level {
  readonly path: string;
  readonly holder: unknown[] | Record<string, unknown>;
}

const isMap = (path: string): boolean => path === 'userProperties' || path === 'userProperties/*';

/** Reads a user in one pass, keeping nothing of what is not listed. Moments stay texts. */
export function parseStreaming(body: string): unknown {
  const levels: Level[] = [];
  let root: unknown;
  let name = '';
  // Within what is not listed: how deep.
  let skipped = 0;
  const pathHere = (): string => {
    const { path, holder } = levels.at(-1) ?? { path: undefined, holder: {} };
    if (path === undefined) return '';
    // An empty name is not the root, and a slash within a name is no way into another object.
    const plainName = name.replaceAll('/', '~1') || '~';
    const segment = Array.isArray(holder) ? '#' : isMap(path) ? '*' : plainName;
    return path === '' ? segment : `${path}/${segment}`;
  };
  const put = (value: unknown): void => {
    const holder = levels.at(-1)?.holder;
    if (holder === undefined) root = value;
    else if (Array.isArray(holder)) holder.push(value);
    else Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  };
  const isListed = (path: string): boolean => Object.hasOwn(SCALARS, path) || Object.hasOwn(HOLDERS, path);
  readEvents(body, {
    key: (found) => {
      if (skipped === 0) name = found;
    },
    value: (value) => {
      const path = pathHere();
      if (skipped > 0 || !isListed(path)) return;
      if (SCALARS[path]?.(value) !== true) throw new Refused(`${path} is not what was agreed on`);
      put(value);
    },
    open: (kind) => {
      const path = pathHere();
      if (skipped > 0 || (!isListed(path) && levels.length > 0)) {
        skipped += 1;
        return;
      }
      if (HOLDERS[path] !== kind) throw new Refused(`${path} is not what was agreed on`);
      const holder = kind === '{' ? {} : [];
      put(holder);
      levels.push({ path, holder });
    },
    close: () => {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      const { path, holder } = levels.pop() as Level;
      for (const required of REQUIRED[path] ?? [])
        if (!Object.hasOwn(holder, required)) throw new Refused(`${path} has no ${required}`);
      if (Array.isArray(holder) && holder.length > (MOST[path] ?? Number.POSITIVE_INFINITY))
        throw new Refused(`${path} has too many items`);
    },
  });
  if (typeof root !== 'object') throw new Refused('the answer is no object');
  return root;
}
