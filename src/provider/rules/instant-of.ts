import { isDateTime, type JsonValue } from '../../contract';

/** The milliseconds of a date-time, or of a number that counts them; a leap second is the second before it. */
export const instantOf = (value: JsonValue | undefined): number | undefined => {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string' || !isDateTime(value)) return undefined;
  return Date.parse(value.toUpperCase().replace(/:60(?=[.Z+-])/, ':59'));
};

/** Later than the clock of any service: a state may well set up the year 9999. */
export const FAR_FUTURE = Date.UTC(2100, 0, 1);
