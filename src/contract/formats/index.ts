import { dateTime } from './date-time';
import type { IntegerFormat, StringFormat } from './format';

export { isDateTime } from './date-time';
export type { IntegerFormat, StringFormat, ValuesByClass } from './format';

/** The string formats that are judged. A format that is not here is an annotation. */
export const STRING_FORMATS: ReadonlyMap<string, StringFormat> = new Map(
  [dateTime].map((format) => [format.name, format]),
);

const power = (exponent: bigint): bigint => 2n ** exponent;

/** The integer formats that are judged, by name. */
export const INTEGER_FORMATS: ReadonlyMap<string, IntegerFormat> = new Map(
  [
    { name: 'int32', description: 'a 32-bit integer', minimum: -power(31n), maximum: power(31n) - 1n },
    { name: 'int64', description: 'a 64-bit integer', minimum: -power(63n), maximum: power(63n) - 1n },
  ].map((format) => [format.name, format]),
);
