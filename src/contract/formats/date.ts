import { daysIn } from './date-time';
import type { StringFormat } from './format';

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)$/;

function isDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return day >= 1 && day <= daysIn(year, month);
}

/** RFC 3339 full-date. */
export const date: StringFormat = {
  name: 'date',
  description: 'an RFC 3339 date',
  means: 'date',
  pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
  check: isDate,
  typical: ['2023-04-05', '2021-11-30'],
  edge: {
    'leap day': { values: ['2024-02-29', '2000-02-29'], pattern: '-02-29$' },
    'year 0001': { values: ['0001-01-01'], pattern: '^0001-' },
    'year 9999': { values: ['9999-12-31'], pattern: '^9999-' },
  },
  reject: {
    '30 February': ['2023-02-30'],
    '29 February of a common year': ['2023-02-29', '1900-02-29'],
    'month 13': ['2023-13-05'],
    'day 0': ['2023-04-00'],
    'a time too': ['2023-04-05T06:07:08Z'],
    slashes: ['2023/04/05', '04/05/2023'],
    'no leading zero': ['2023-4-5'],
    'not a date': ['not a date', ''],
    'trailing newline': ['2023-04-05\n'],
  },
};
