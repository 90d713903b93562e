import type { JsonValue } from '../json';
import { isDateTime } from './date-time';

const LEAP_SECOND = /:60(?=[.Z+-])/i;

/** Whether an RFC 3339 date-time is at a leap second, which most calendars lack. */
export const isLeapSecond = (text: string): boolean => LEAP_SECOND.test(text) && isDateTime(text);

/** Returns the date-time with the second before it where it is at a leap second. */
export const withoutLeapSecond = (text: string): string =>
  isLeapSecond(text) ? text.replace(LEAP_SECOND, ':59') : text;

/** Returns how far the zone of an RFC 3339 date-time is ahead of UTC, in milliseconds. */
export function offsetOf(text: string): number {
  const [, sign, hours = 0, minutes = 0] = /([-+])(\d\d):(\d\d)$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * Returns the milliseconds since the epoch of an RFC 3339 date-time, or of a number that counts them; `undefined` of any
 * other value. A leap second is the second before it, and of a fraction the milliseconds count.
 */
export function instantOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string' || !isDateTime(value)) return undefined;
  return Date.parse(withoutLeapSecond(value.toUpperCase()).replace(/(\.\d{3})\d+/, '$1'));
}
