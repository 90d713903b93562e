import { type Json, readJson } from './events';
import { isEmail, isId, isInt64, isMoment, isShort, isUsername, OBJECTS, Refused, STATUSES } from './facts';

/** An int64 in two halves, as programs hold it that know no bigint. */
class Long {
  constructor(
    readonly high: number,
    readonly low: number,
  ) {}

  static of(value: number | bigint): Long {
    const big = BigInt.asIntN(64, BigInt(value));
    return new Long(Number(big >> 32n), Number(big & 0xffffffffn));
  }

  toString(): string {
    return ((BigInt(this.high) << 32n) | BigInt(this.low)).toString();
  }
}

/** A moment of a library of its own. */
class Instant {
  readonly #milliseconds: number;

  constructor(text: string) {
    this.#milliseconds = Date.parse(text);
  }

  toMillis(): number {
    return this.#milliseconds;
  }
}

type Members = Map<string, Json>;

const as = <T>(value: Json | undefined, isIt: (value: Json) => boolean, name: string): T => {
  if (value === undefined || !isIt(value)) throw new Refused(`${name} is not what was agreed on`);
  return value as T;
};
const isText =
  (fits: (text: string) => boolean = () => true) =>
  (value: Json): boolean =>
    typeof value === 'string' && fits(value);
const isList = (value: Json): boolean => Array.isArray(value);
const isFlag = (value: Json): boolean => typeof value === 'boolean';
const isMembers = (value: Json): boolean => value instanceof Map;

/** Members of an object, each read when the object is made, and shown by an accessor. */
abstract class Resource {
  protected readonly members: Members;

  constructor(value: Json | undefined) {
    this.members = as<Members>(value, isMembers, 'an object');
  }

  protected text(name: string, fits?: (text: string) => boolean): string {
    return as(this.members.get(name), isText(fits), name);
  }

  protected moment(name: string): Instant {
    return new Instant(this.text(name, isMoment));
  }

  protected flag(name: string): boolean {
    return as(this.members.get(name), isFlag, name);
  }

  protected long(name: string): Long {
    const isLong = (value: Json): boolean => (typeof value === 'number' || typeof value === 'bigint') && isInt64(value);
    return Long.of(as(this.members.get(name), isLong, name));
  }

  protected list<T>(name: string, item: (value: Json) => T, most = Number.POSITIVE_INFINITY): T[] {
    const list = as<Json[]>(this.members.get(name), isList, name);
    if (list.length > most) throw new Refused(`${name} has too many items`);
    return list.map(item);
  }

  protected optional<T>(name: string, read: () => T): T | null {
    return this.members.has(name) ? read() : null;
  }
}

class Session extends Resource {
  readonly userAgent = this.text('userAgent');
  readonly ipAddress = this.text('ipAddress');
  readonly accountId = this.text('accountId', isId);
  readonly referenceToken = this.text('referenceToken');
  readonly loginTime = this.moment('loginTime');
}

class Login extends Resource {
  readonly date = this.moment('date');
  readonly ipAddress = this.text('ipAddress');
  readonly userAgent = this.text('userAgent');
  readonly success = this.flag('success');
}

const itemText = (value: Json): string => as(value, isText(), 'an item');
const properties = (value: Json): Map<string, string> => {
  for (const text of as<Members>(value, isMembers, 'properties').values()) itemText(text);
  return value as Map<string, string>;
};

class User extends Resource {
  readonly #id = this.text('id', isId);
  readonly #etag = this.text('etag');
  readonly email = this.text('email', isEmail);
  readonly status = this.text('status', (text) => STATUSES.includes(text as (typeof STATUSES)[number]));
  readonly accountId = this.text('accountId', isId);
  readonly object = this.text('object', (text) => OBJECTS.includes(text as (typeof OBJECTS)[number]));
  readonly username = this.optional('username', () => this.text('username', isUsername));
  readonly activeSessions = this.optional('activeSessions', () =>
    this.list('activeSessions', (one) => new Session(one)),
  );
  readonly loginHistory = this.optional('loginHistory', () => this.list('loginHistory', (one) => new Login(one), 5));
  readonly creationTime = this.optional('creationTime', () => this.long('creationTime'));
  readonly updatedAt = this.optional('updatedAt', () => this.moment('updatedAt'));
  readonly fullName = this.optional('fullName', () => this.text('fullName', isShort));
  readonly lastLoginTime = this.optional('lastLoginTime', () => this.long('lastLoginTime'));
  readonly isGtcAccepted = this.optional('isGtcAccepted', () => this.flag('isGtcAccepted'));
  readonly isMarketingAccepted = this.optional('isMarketingAccepted', () => this.flag('isMarketingAccepted'));
  readonly phoneNumber = this.optional('phoneNumber', () => this.text('phoneNumber', isShort));
  readonly totpScratchCodes = this.optional('totpScratchCodes', () => this.list('totpScratchCodes', itemText));
  readonly groups = this.optional('groups', () => this.list('groups', itemText));
  readonly address = this.optional('address', () => this.text('address', isShort));
  readonly totpSecret = this.optional('totpSecret', () => this.text('totpSecret'));
  readonly password = this.optional('password', () => this.text('password'));
  readonly emailVerified = this.optional('emailVerified', () => this.flag('emailVerified'));
  readonly createdAt = this.optional('createdAt', () => this.moment('createdAt'));
  readonly userProperties = this.optional('userProperties', () => {
    const all = as<Members>(this.members.get('userProperties'), isMembers, 'userProperties');
    return new Map([...all].map(([name, value]) => [name, properties(value)]));
  });
  readonly isTotpEnabled = this.optional('isTotpEnabled', () => this.flag('isTotpEnabled'));
  readonly passwordChangedTime = this.optional('passwordChangedTime', () => this.long('passwordChangedTime'));

  get id(): string {
    return this.#id;
  }

  get etag(): string {
    return this.#etag;
  }
}

/** Reads a user into objects of classes, and gives a promise of it; null stands for what is absent. */
export const parseIntoClasses = async (body: string): Promise<User> => new User(readJson(body));
