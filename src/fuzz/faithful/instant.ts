import { printed } from './printed';

/**
 * ISO 8601 as programs print a moment: beside RFC 3339, without seconds where they are zero and with a zone's name
 * behind the offset (Java), with a blank for T (Python), with hours alone as offset (PostgreSQL).
 */
const SHAPE =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:[Zz]|([-+])(\d\d)(?::?(\d\d))?)(?:\[[\w/+-]+\])?$/;

/** A moment, as exactly as a text gives it. */
export interface Moment {
  /** Milliseconds since the epoch, rounded down. */
  readonly milliseconds: number;
  /** How far another reading of the same text may be off: a Date drops digits, and knows no leap second. */
  readonly tolerance: number;
}

/** The same few texts come again and again. */
const known = new Map<string, Moment | undefined>();
const MOST_KNOWN = 5_000;

/** The moment that a text names; `undefined` where it names none. */
export function momentOf(text: string): Moment | undefined {
  if (known.has(text)) return known.get(text);
  if (known.size >= MOST_KNOWN) known.clear();
  const moment = readMoment(text);
  known.set(text, moment);
  return moment;
}

function readMoment(text: string): Moment | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  const second = Number(match[6] ?? 0);
  const offset = (match[8] === '-' ? -1 : 1) * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0));
  const fraction = match[7] ?? '';
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const inDay = ((hour * 60 + minute - offset) * 60 + second) * 1000;
  const tolerance = second === 60 ? 1000 : fraction.length > 3 ? 1 : 0;
  return { milliseconds: midnight + inDay + Number(fraction.slice(0, 3).padEnd(3, '0')), tolerance };
}

/** Milliseconds of the epoch of what a program holds a moment in; `undefined` where it is none that is known. */
export function millisecondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return momentOf(value)?.milliseconds;
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Date || Object.prototype.toString.call(value) === '[object Date]')
    return (value as Date).getTime();
  return millisecondsIn(value as Readonly<Record<string, unknown>>);
}

const asked = (held: object, method: unknown): number | undefined => {
  const read: unknown = typeof method === 'function' ? method.call(held) : undefined;
  return typeof read === 'number' || read instanceof Date ? Number(read) : undefined;
};

/** As the objects of libraries give it. The types of Temporal have a `valueOf` that throws: it is asked last. */
function millisecondsIn(held: Readonly<Record<string, unknown>>): number | undefined {
  const { epochMilliseconds, toMillis, toDate, valueOf: primitive } = held;
  if (typeof epochMilliseconds === 'number') return epochMilliseconds;
  return (
    asked(held, toMillis) ??
    asked(held, toDate) ??
    momentOf(printed(held) ?? '')?.milliseconds ??
    asked(held, primitive)
  );
}

/** Whether a program's value is the moment that an RFC 3339 text names. */
export function isSameInstant(text: string, value: unknown): boolean {
  const moment = momentOf(text);
  const got = millisecondsOf(value);
  return moment !== undefined && got !== undefined && Math.abs(got - moment.milliseconds) <= moment.tolerance;
}
