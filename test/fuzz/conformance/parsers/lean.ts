import { parseJson } from '../../../../src/contract';
import { isInt64, isMoment, OBJECTS, pointsIn, Refused, STATUSES } from './facts';

// Checks the values where JSON.parse has put them, and writes only what is held otherwise: moments, as Dates. Built for
// speed: it is what the fuzzer's own cost is measured against.

type Members = Record<string, unknown>;
type Check = (holder: Members, name: string) => boolean;

const text: Check = (holder, name) => typeof holder[name] === 'string';
const flag: Check = (holder, name) => typeof holder[name] === 'boolean';

const like =
  (shape: RegExp): Check =>
  (holder, name) => {
    const value = holder[name];
    return typeof value === 'string' && shape.test(value);
  };

/** A text has as many characters as units, or fewer. */
const short: Check = (holder, name) => {
  const value = holder[name];
  return typeof value === 'string' && (value.length <= 100 || pointsIn(value) <= 100);
};

const email: Check = (holder, name) => {
  const value = holder[name];
  if (typeof value !== 'string') return false;
  const length = value.length <= 6 || value.length > 254 ? pointsIn(value) : value.length;
  return length >= 3 && length <= 254 && /^.+@.+$/.test(value);
};

const int64: Check = (holder, name) => {
  const value = holder[name];
  return Number.isSafeInteger(value) || ((typeof value === 'number' || typeof value === 'bigint') && isInt64(value));
};

const moment: Check = (holder, name) => {
  const value = holder[name];
  if (typeof value !== 'string' || !isMoment(value)) return false;
  holder[name] = new Date(value);
  return true;
};

const oneOf = (allowed: readonly string[]): Check => {
  const all: ReadonlySet<unknown> = new Set(allowed);
  return (holder, name) => all.has(holder[name]);
};

const list =
  (fits: Check, most = Number.POSITIVE_INFINITY): Check =>
  (holder, name) => {
    const items = holder[name];
    if (!Array.isArray(items) || items.length > most) return false;
    for (let index = 0; index < items.length; index += 1)
      if (!fits(items as never as Members, index as never as string)) return false;
    return true;
  };

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const map =
  (fits: Check): Check =>
  (holder, name) => {
    const members = holder[name];
    return isMembers(members) && Object.keys(members).every((key) => fits(members, key));
  };

const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (holder, name) => {
    const members = holder[name];
    if (!isMembers(members)) return false;
    for (const key in required) if (!Object.hasOwn(members, key) || !required[key]?.(members, key)) return false;
    for (const key in optional) if (Object.hasOwn(members, key) && !optional[key]?.(members, key)) return false;
    return true;
  };

const id = like(/^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);

const user = object(
  { id, etag: text, email, status: oneOf(STATUSES), accountId: id, object: oneOf(OBJECTS) },
  {
    username: like(/^[A-Za-z0-9_\-,.@+=]{4,30}$/),
    activeSessions: list(
      object({ userAgent: text, ipAddress: text, accountId: id, referenceToken: text, loginTime: moment }),
    ),
    loginHistory: list(object({ date: moment, ipAddress: text, userAgent: text, success: flag }), 5),
    creationTime: int64,
    updatedAt: moment,
    fullName: short,
    lastLoginTime: int64,
    isGtcAccepted: flag,
    isMarketingAccepted: flag,
    phoneNumber: short,
    totpScratchCodes: list(text),
    groups: list(text),
    address: short,
    totpSecret: text,
    password: text,
    emailVerified: flag,
    createdAt: moment,
    userProperties: map(map(text)),
    isTotpEnabled: flag,
    passwordChangedTime: int64,
  },
);

const TIMES = ['creationTime', 'lastLoginTime', 'passwordChangedTime'];

/** Digits get lost only in what a double cannot hold; then the text is read again, slowly. */
function exactly(value: unknown, body: string): unknown {
  const isRounded = (name: string): boolean => {
    const time = (value as Members)[name];
    return typeof time === 'number' && !Number.isSafeInteger(time);
  };
  return isMembers(value) && TIMES.some(isRounded) ? parseJson(body) : value;
}

function read(body: string): unknown {
  try {
    return exactly(JSON.parse(body), body);
  } catch {
    throw new Refused('it is no JSON');
  }
}

/** Reads a user: what JSON.parse gives, once it is checked. */
export function parseLean(body: string): unknown {
  const root = { value: read(body) };
  if (!user(root, 'value')) throw new Refused('it is not what was agreed on');
  return root.value;
}
