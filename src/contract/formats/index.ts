import { byte } from './byte';
import { date } from './date';
import { dateTime } from './date-time';
import { duration } from './duration';
import { email } from './email';
import type { IntegerFormat, StringFormat } from './format';
import { hostname } from './hostname';
import { ipv4 } from './ipv4';
import { ipv6 } from './ipv6';
import { time } from './time';
import { uri } from './uri';
import { uuid } from './uuid';

export { isDateTime } from './date-time';
export type { EdgeClass, IntegerFormat, Meaning, StringFormat, ValuesByClass } from './format';
export { instantOf, isLeapSecond, offsetOf, withoutLeapSecond } from './instant';

/** The string formats that are judged. A format that is not here is an annotation. */
export const STRING_FORMATS: ReadonlyMap<string, StringFormat> = new Map(
  [byte, date, dateTime, duration, email, hostname, ipv4, ipv6, time, uri, uuid].map((format) => [format.name, format]),
);

const power = (exponent: bigint): bigint => 2n ** exponent;

/** The integer formats that are judged, by name. */
export const INTEGER_FORMATS: ReadonlyMap<string, IntegerFormat> = new Map(
  [
    { name: 'int32', description: 'a 32-bit integer', minimum: -power(31n), maximum: power(31n) - 1n },
    { name: 'int64', description: 'a 64-bit integer', minimum: -power(63n), maximum: power(63n) - 1n },
  ].map((format) => [format.name, format]),
);
