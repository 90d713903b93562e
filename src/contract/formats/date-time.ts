import type { StringFormat } from './format';

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([-+])(\d\d):(\d\d))$/;

/** The number of days of a month, counted from 1, in the Gregorian calendar; 0 of a month that is none. */
export const daysIn = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
};

/** RFC 3339, section 5.7: a second 60 is legal as the last one of June or December in UTC, and nowhere else. */
function isLeapSecond(month: number, day: number, minutesOfDay: number, offset: number): boolean {
  const utc = minutesOfDay - offset;
  const lastMinute = ((utc % 1440) + 1440) % 1440 === 1439;
  const utcDay = day + Math.floor(utc / 1440);
  const onDate = (wantedMonth: number, wantedDay: number): boolean =>
    (month === wantedMonth && utcDay === wantedDay) || (month === (wantedMonth % 12) + 1 && utcDay === 0);
  return lastMinute && (onDate(6, 30) || onDate(12, 31));
}

/** Whether a text is a date-time of RFC 3339, section 5.6, with a date that the calendar has. */
export function isDateTime(text: string): boolean {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [offsetHour, offsetMinute] = [Number(match[8] ?? 0), Number(match[9] ?? 0)];
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59) return false;
  if (offsetHour > 23 || offsetMinute > 59) return false;
  const offset = (match[7] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  return second < 60 || (second === 60 && isLeapSecond(month, day, hour * 60 + minute, offset));
}

/** RFC 3339 date-time. */
export const dateTime: StringFormat = {
  name: 'date-time',
  description: 'an RFC 3339 date-time',
  means: 'instant',
  pattern:
    '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])[Tt](?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:[Zz]|[-+](?:[01]\\d|2[0-3]):[0-5]\\d)$',
  // Years, fractions and offsets that the types of most languages hold; what is beyond them has classes of its own.
  drawn:
    '^(?:[1-8]\\d{3}|9[0-8]\\d\\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[-+](?:0\\d|1[0-7]):[0-5]\\d)$',
  check: isDateTime,
  typical: ['2023-04-05T06:07:08Z', '2021-11-30T23:15:42Z'],
  edge: {
    'offset zero': { values: ['2023-04-05T06:07:08+00:00'], pattern: '\\+00:00$' },
    'offset unknown': { values: ['2023-04-05T06:07:08-00:00'], pattern: '-00:00$' },
    'half-hour offset': {
      values: ['2023-04-05T06:07:08+05:30', '2023-04-05T06:07:08-03:30'],
      pattern: '[-+]\\d\\d:30$',
    },
    'fraction of 1 digit': { values: ['2023-04-05T06:07:08.5Z'], pattern: ':\\d\\d\\.\\d(?!\\d)' },
    'fraction of 3 digits': { values: ['2023-04-05T06:07:08.123Z'], pattern: ':\\d\\d\\.\\d{3}(?!\\d)' },
    'fraction of 9 digits': { values: ['2023-04-05T06:07:08.123456789Z'], pattern: ':\\d\\d\\.\\d{9}(?!\\d)' },
    'leap day': { values: ['2024-02-29T00:00:00Z', '2000-02-29T12:00:00Z'], pattern: '^\\d{4}-02-29' },
    'leap second': { values: ['2016-12-31T23:59:60Z', '1990-12-31T15:59:60-08:00'], pattern: 'T\\d\\d:\\d\\d:60' },
    'year 0001': { values: ['0001-01-01T00:00:00Z'], pattern: '^0001-' },
    'year 9999': { values: ['9999-12-31T23:59:59Z'], pattern: '^9999-' },
    'lower case': { values: ['2023-04-05t06:07:08z'], pattern: '[tz]' },
  },
  reject: {
    'space for T': ['2023-04-05 06:07:08Z'],
    'no zone': ['2023-04-05T06:07:08'],
    'offset without colon': ['2023-04-05T06:07:08+0530'],
    '30 February': ['2023-02-30T06:07:08Z'],
    '29 February of a common year': ['2023-02-29T06:07:08Z', '1900-02-29T06:07:08Z'],
    'leap second that is none': ['2023-04-05T12:30:60Z'],
    'month 13': ['2023-13-05T06:07:08Z'],
    'hour 24': ['2023-04-05T24:00:00Z'],
    'date alone': ['2023-04-05'],
    'not a date': ['not a date', ''],
    'epoch milliseconds as text': ['1680674828000'],
    'trailing newline': ['2023-04-05T06:07:08Z\n'],
  },
};
