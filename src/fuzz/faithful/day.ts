import { printed } from './printed';

/** `2024-02-29` */
const DAY = /^\d{4}-\d\d-\d\d$/;

const digits = (count: unknown, length: number): string => String(count).padStart(length, '0');

/** The day that an object holds, as RFC 3339 has it: as its text, or in parts; `undefined` where it holds none. */
export function dayOf(got: unknown): string | undefined {
  if (typeof got !== 'object' || got === null) return undefined;
  const text = printed(got);
  if (text !== undefined && DAY.test(text)) return text;
  const { year, month, day } = got as Readonly<Record<string, unknown>>;
  const told = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return DAY.test(told) ? told : undefined;
}
