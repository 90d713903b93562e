/** What the contract says about single values, as these parsers know it: by hand, from the document. */

export const pointsIn = (text: string): number => Array.from(text).length;

export const isId = (text: string): boolean =>
  /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(text) && !text.endsWith('\n');
export const isUsername = (text: string): boolean => /^[A-Za-z0-9_\-,.@+=]{4,30}$/.test(text) && !text.endsWith('\n');
export const isEmail = (text: string): boolean => pointsIn(text) >= 3 && pointsIn(text) <= 254 && /^.+@.+$/u.test(text);
export const isShort = (text: string): boolean => pointsIn(text) <= 100;
export const isInt64 = (value: number | bigint): boolean =>
  (typeof value === 'bigint' || Number.isInteger(value)) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[-+]([01]\d|2[0-3]):[0-5]\d)$/;

/** RFC 3339 as most programs know it: no leap seconds, upper case only. */
export function isMoment(text: string): boolean {
  const match = MOMENT.exec(text);
  if (match === null || text.endsWith('\n')) return false;
  const day = new Date(0);
  day.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return day.getUTCMonth() === Number(match[2]) - 1 && day.getUTCDate() === Number(match[3]);
}

export const STATUSES = ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE'] as const;
export const OBJECTS = [
  'user',
  'api-key',
  'group',
  'account',
  'account-template',
  'trusted-cert',
  'list',
  'error',
  'policy',
  'identity-provider',
] as const;

/** How these parsers say no. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
