import { isDateTime } from './date-time';

/**
 * The milliseconds since the epoch of an RFC 3339 date-time; `undefined` of any other text. A leap second is the second
 * before it, and of a fraction the milliseconds count.
 */
export function instantOf(text: string): number | undefined {
  if (!isDateTime(text)) return undefined;
  const plain = text.toUpperCase().replace(/:60(?=[.Z+-])/, ':59');
  return Date.parse(plain.replace(/(\.\d{3})\d+/, '$1'));
}
