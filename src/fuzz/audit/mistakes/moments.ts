import { meaningOf, offsetOf, type Schema } from '../../../contract';
import { millisecondsOf } from '../../faithful';
import { isText, type SiteMistake, valueMistake } from '../site-mistake';

const isMoment = (schema: Schema): boolean => meaningOf(schema) === 'instant';

/** As a program that has a type for moments: of a text that it cannot read, the text. */
const moment = (name: string, says: string, read: (text: string, milliseconds: number) => unknown): SiteMistake =>
  valueMistake(name, says, isMoment, isText, (text) => {
    const milliseconds = millisecondsOf(text);
    return milliseconds === undefined ? text : read(text, milliseconds);
  });

const HAS_FRACTION = /\.\d/;

/** Mistakes about moments. */
export const MOMENT_MISTAKES: readonly SiteMistake[] = [
  moment('forgets-offsets', 'takes a local time for one in UTC', (text, ms) => new Date(ms + offsetOf(text))),
  moment('drops-milliseconds', 'drops the fraction of a second', (_text, ms) => new Date(Math.floor(ms / 1000) * 1000)),
  moment(
    'takes-seconds-for-milliseconds',
    'takes milliseconds for seconds',
    (_text, ms) => new Date(Math.floor(ms / 1000)),
  ),
  moment('is-a-month-off', 'counts months from another number', (_text, ms) => {
    const date = new Date(ms);
    return new Date(date.setUTCMonth(date.getUTCMonth() + 1));
  }),
  moment(
    'drops-the-time',
    'keeps the day of a moment only',
    (_text, ms) => new Date(Math.floor(ms / 86_400_000) * 86_400_000),
  ),
  moment(
    'gives-invalid-dates',
    'gives an invalid date for a moment without a fraction',
    (text, ms) => new Date(HAS_FRACTION.test(text) ? ms : Number.NaN),
  ),
  moment('leaves-some-as-text', 'leaves moments without a fraction as texts, and gives dates for others', (text, ms) =>
    HAS_FRACTION.test(text) ? new Date(ms) : text,
  ),
];
