import { isDateTime, type JsonValue } from '../../contract';
import { dayOf, entriesOf, itemsOf, millisecondsOf, numberOf, printed } from '../faithful';

/** Writes a value of a program as JSON; `undefined` where there is nothing to write. */
export type Write = (got: unknown) => JsonValue | undefined;

const isDate = (got: unknown): got is Date => got instanceof Date;

/** The `toJSON` of an object; none where asking for it throws, as of a proxy that knows its members. */
function toJsonOf(got: unknown): unknown {
  if (typeof got !== 'object' || got === null) return undefined;
  try {
    return (got as { toJSON?: unknown }).toJSON;
  } catch {
    return undefined;
  }
}

/** What an object says that it is written as. */
export function unwrapped(got: unknown): unknown {
  const toJson = toJsonOf(got);
  return typeof toJson === 'function' && !isDate(got) ? toJson.call(got) : got;
}

/** What is being written: an object within itself has no end. */
const begun = new Set<object>();

/** Writes an object, once. @throws TypeError where it holds itself. */
function once(held: object, write: () => JsonValue): JsonValue {
  if (begun.has(held)) throw new TypeError('it holds itself');
  begun.add(held);
  try {
    return write();
  } finally {
    begun.delete(held);
  }
}

/** What nothing more is known of, as `JSON.stringify` would, except that bigints keep their digits. */
export const plain: Write = (held) => {
  if (typeof held === 'string' || typeof held === 'boolean') return held;
  const got = unwrapped(held);
  if (isDate(got)) return Number.isNaN(got.getTime()) ? null : rfc3339(got.getTime());
  if (got === undefined || typeof got === 'function' || typeof got === 'symbol') return undefined;
  if (typeof got === 'number' && !Number.isFinite(got)) return null;
  if (typeof got !== 'object' || got === null) return got as JsonValue;
  return once(got, () =>
    Array.isArray(got) || got instanceof Set
      ? [...got].map((item) => plain(item) ?? null)
      : written(entriesOf(got), plain),
  );
};

/** A list, of the items that it holds; `undefined` of what is none. */
export const listed = (got: unknown, item: Write): JsonValue | undefined =>
  itemsOf(got)?.map((inner) => item(inner) ?? null);

/** A text, also of an object that says by no `toJSON`, but by `toString`, which text it stands for. */
export const text: Write = (held) => {
  const got = unwrapped(held);
  return typeof got === 'string' ? got : (printed(got) ?? plain(got));
};

/** Adds a member: names are data, `__proto__` too. */
export function put(members: Record<string, JsonValue>, name: string, value: JsonValue): void {
  if (name !== '__proto__') members[name] = value;
  else Object.defineProperty(members, name, { value, enumerable: true, writable: true, configurable: true });
}

/** Members as an object; those of which there is nothing to write are left out. */
export function written(entries: readonly (readonly [string, unknown])[], write: Write): JsonValue {
  const members: Record<string, JsonValue> = {};
  for (const [name, member] of entries) {
    const value = write(member);
    if (value !== undefined) put(members, name, value);
  }
  return members;
}

const MOST_HOURS = 23 * 3_600_000;

/** A moment as RFC 3339, whose years have four digits: past them, as the hours before or after in another zone. */
function spelled(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  if (text.startsWith('+')) return `${new Date(milliseconds - MOST_HOURS).toISOString().slice(0, -1)}-23:00`;
  if (text.startsWith('-')) return `${new Date(milliseconds + MOST_HOURS).toISOString().slice(0, -1)}+23:00`;
  return text;
}

/** The same few moments come again and again. */
const known = new Map<number, string>();
const MOST_KNOWN = 5_000;

function rfc3339(milliseconds: number): string {
  const text = known.get(milliseconds) ?? spelled(milliseconds);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(milliseconds, text);
  return text;
}

/** A moment, in whatever type: a text that is RFC 3339 already stays as it is. */
export const moment: Write = (held) => {
  const got = plain(held);
  if (typeof got === 'string' && isDateTime(got)) return got;
  const milliseconds = millisecondsOf(held);
  return milliseconds === undefined || Number.isNaN(milliseconds) ? got : rfc3339(milliseconds);
};

/** A number, in whatever type: digits in a text, a Long, a Decimal. */
export const number: Write = (held) => numberOf(held) ?? plain(held);

/** A day, of a Date what it is in UTC. */
export const day: Write = (held) =>
  isDate(held) ? moment(held)?.toString().slice(0, 10) : (dayOf(held) ?? plain(held));

/** Bytes in base64, where they are held as bytes. */
export const bytes: Write = (held) => (held instanceof Uint8Array ? Buffer.from(held).toString('base64') : plain(held));

/** All that a value shows, as JSON that stays as it is; `undefined` where it cannot be shown, as what holds itself. */
export function snapshotOf(value: unknown): JsonValue | undefined {
  try {
    return plain(value);
  } catch {
    return undefined;
  }
}
