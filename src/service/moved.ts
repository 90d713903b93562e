import { isDateTime, type JsonValue } from '../contract';

const SHAPE = /^(\d{4}-\d\d-\d\d)([Tt])(\d\d:\d\d:)(\d\d)(\.\d+)?([Zz]|[-+]\d\d:\d\d)$/;
const SECOND = 1000;

/** Of a date-time: milliseconds since the epoch, a leap second as the one before it; the offset likewise. */
interface Instant {
  readonly at: number;
  readonly offset: number;
}

function instantOf(text: string): Instant | undefined {
  const match = SHAPE.exec(text);
  if (match === null || !isDateTime(text)) return undefined;
  const [, date, , minutes, seconds, fraction = '', zone = 'Z'] = match;
  const [sign, hours = '0', rest = '0'] = [
    zone.startsWith('-') ? -1 : 1,
    zone.slice(1, 3) || '0',
    zone.slice(4) || '0',
  ];
  const offset = sign * (Number(hours) * 60 + Number(rest)) * 60 * SECOND;
  const local = Date.parse(`${date}T${minutes}${seconds === '60' ? '59' : seconds}${fraction.slice(0, 4)}Z`);
  return Number.isNaN(local) ? undefined : { at: local - offset, offset };
}

/** An instant in the manner of another text: its zone, its fraction, its case. `undefined` past the year 9999. */
function inMannerOf(text: string, at: number): string | undefined {
  const match = SHAPE.exec(text);
  const instant = instantOf(text);
  if (match === null || instant === undefined) return undefined;
  const [, , separator, , , fraction = '', zone] = match;
  const local = new Date(at + instant.offset);
  const year = local.getUTCFullYear();
  if (Number.isNaN(local.getTime()) || year > 9999 || year < 1) return undefined;
  const [date = '', time = ''] = local.toISOString().split('T');
  return `${date}${separator}${time.slice(0, 8)}${fraction}${zone}`;
}

function laterTime(text: string, earliest: readonly JsonValue[]): string {
  const instants = [text, ...earliest].flatMap((value) => (typeof value === 'string' ? (instantOf(value) ?? []) : []));
  const latest = Math.max(...instants.map(({ at }) => at));
  return inMannerOf(text, latest + SECOND) ?? inMannerOf(text, latest) ?? text;
}

/**
 * A timestamp after a change: one second past itself and past what it must not precede, in the manner it was written
 * in. There is no clock, so that the same calls give the same answers. What is no timestamp stays.
 */
export function moved(value: JsonValue, earliest: readonly JsonValue[]): JsonValue {
  if (typeof value === 'bigint') return value + BigInt(SECOND);
  if (typeof value === 'number') return value + SECOND;
  if (typeof value !== 'string' || instantOf(value) === undefined) return value;
  return laterTime(value, earliest);
}
