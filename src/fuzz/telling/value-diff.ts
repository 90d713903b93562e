import type { JsonValue } from '../../contract';
import type { Difference } from '../faithful';

const plain = (text: string): string => text;

/** How many equal lines stand around a difference. */
const CONTEXT = 2;

type Container = Record<string, unknown> | unknown[];

const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)]));
};

function put(holder: Container, key: string | number, got: unknown): void {
  if (got === undefined && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (got === undefined) Reflect.deleteProperty(holder, key);
  else Object.defineProperty(holder, key, { value: got, configurable: true, enumerable: true, writable: true });
}

const memberAt = (holder: unknown, key: string | number): unknown =>
  typeof holder === 'object' && holder !== null ? (holder as Record<string | number, unknown>)[key] : undefined;

/** What the body says, with what was read instead at the places that differ. The last of a list go first. */
function asRead(wire: JsonValue, differences: readonly Difference[]): unknown {
  const read = copied(wire);
  for (const { path, got } of [...differences].reverse()) {
    const key = path.at(-1);
    if (key === undefined) return got;
    const holder = path.slice(0, -1).reduce<unknown>(memberAt, read);
    if (typeof holder === 'object' && holder !== null) put(holder as Container, key, got);
  }
  return read;
}

/** jest-diff says so of values that print alike. */
const NO_DIFFERENCE = 'Compared values have no visual difference';

/** Without what is said of a program's classes, and of line numbers that no file has. */
const readable = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('@@'))
    .map((line) => line.replace(/\b(?:Object|Array) (?=[{[](?:[}\]],?)?$)/, ''))
    .join('\n');

/**
 * What the body says against what was read of it, line by line: `-` was expected, `+` was read. Only what differs is
 * taken from the parsed value, so that a type of its own for dates or integers is no difference. Empty where both print
 * alike.
 */
export function valueDiff(wire: JsonValue, differences: readonly Difference[]): string {
  const { diff } = require('jest-diff') as typeof import('jest-diff');
  const text = diff(wire, asRead(wire, differences), {
    aColor: plain,
    bColor: plain,
    changeColor: plain,
    commonColor: plain,
    patchColor: plain,
    omitAnnotationLines: true,
    expand: false,
    contextLines: CONTEXT,
  });
  return text === null || text.includes(NO_DIFFERENCE) ? '' : readable(text);
}
