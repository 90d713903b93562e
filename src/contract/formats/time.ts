import { isDateTime } from './date-time';
import type { StringFormat } from './format';

/** RFC 3339 full-time; a leap second must be one on some day that has one. */
export const time: StringFormat = {
  name: 'time',
  description: 'an RFC 3339 time with its zone',
  means: 'time',
  pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:[Zz]|[-+](?:[01]\\d|2[0-3]):[0-5]\\d)$',
  drawn: '^(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[-+](?:0\\d|1[0-7]):[0-5]\\d)$',
  check: (text) => isDateTime(`2016-12-31T${text}`) || isDateTime(`2017-01-01T${text}`),
  typical: ['06:07:08Z', '23:15:42Z'],
  edge: {
    'offset zero': { values: ['06:07:08+00:00'], pattern: '\\+00:00$' },
    'half-hour offset': { values: ['06:07:08+05:30'], pattern: '[-+]\\d\\d:30$' },
    fraction: { values: ['06:07:08.123Z'], pattern: '\\.' },
    'leap second': { values: ['23:59:60Z'], pattern: '^\\d\\d:\\d\\d:60' },
    midnight: { values: ['00:00:00Z'], pattern: '^00:00:00' },
  },
  reject: {
    'no zone': ['06:07:08'],
    'no seconds': ['06:07Z'],
    'hour 24': ['24:00:00Z'],
    'minute 60': ['06:60:08Z'],
    'leap second that is none': ['12:30:60Z'],
    'not a time': ['noon', ''],
  },
};
