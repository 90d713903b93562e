const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/i;

const MINUTE = 60_000;

/** Milliseconds of the epoch of a moment in UTC; `undefined` where the calendar has no such day. */
function momentOf(year: number, month: number, day: number, milliseconds: number): number | undefined {
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const date = new Date(midnight);
  // A Date takes 30 February for 1 March: a day that comes back as another one is none.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? midnight + milliseconds : undefined;
}

/** Leap seconds come at the end of June or December, and nowhere else (RFC 3339, section 5.7). */
const endsHalfYear = (moment: number): boolean =>
  /-(?:06-30|12-31)T23:59:59\.\d{3}Z$/.test(new Date(moment).toISOString());

/**
 * Reads an RFC 3339 date-time. What a Date cannot hold is settled as follows: of a fraction the milliseconds count and
 * the rest is dropped; a leap second, 23:59:60, is the second after it, as in POSIX; the offset is applied and
 * forgotten, `-00:00` ("UTC, the local time is unknown") too. Lower-case `t` and `z` are legal.
 * @returns `undefined` where the text is no date-time.
 */
export function readDateTime(text: string): Date | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [offsetHour, offsetMinute] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const offset = (match[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  const isLeap = second === 60;
  const inDay = (hour * 60 + minute - offset) * MINUTE + (isLeap ? 59 : second) * 1000;
  const fraction = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const moment = momentOf(year, month, day, inDay + fraction);
  if (moment === undefined || (isLeap && !endsHalfYear(moment))) return undefined;
  return new Date(isLeap ? moment + 1000 : moment);
}
