import type { JsonObject, JsonValue } from '../../contract';

/** How deep a value may be nested: far more than any parameter of a request, and far less than what overflows a stack. */
export const DEEPEST = 200;

/** How many values one setup may give: what is shared within itself could grow without end. */
const MOST = 100_000;

type Path = readonly object[];

function memberOf(value: object, within: Path, count: { left: number }): JsonValue | undefined {
  if (within.includes(value)) throw new Error('it gave a value that refers to itself');
  if (within.length >= DEEPEST) throw new Error(`it gave a value that is nested more than ${DEEPEST} levels deep`);
  const path = [...within, value];
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item, path, count) ?? null);
  const { toJSON } = value as { readonly toJSON?: unknown };
  if (typeof toJSON === 'function') return plain(toJSON.call(value), path, count);
  const members = Object.entries(value).map(([name, member]) => [name, plain(member, path, count)] as const);
  // By entries, so that a member named __proto__ is one as any other.
  return Object.fromEntries(members.filter(([, member]) => member !== undefined)) as JsonObject;
}

function plain(value: unknown, within: Path, count: { left: number }): JsonValue | undefined {
  count.left -= 1;
  if (count.left < 0) throw new Error(`it gave more than ${MOST} values`);
  if (typeof value === 'object' && value !== null) return memberOf(value, within, count);
  if (typeof value === 'bigint') return Number(value);
  return ['string', 'number', 'boolean'].includes(typeof value) || value === null ? (value as JsonValue) : undefined;
}

/**
 * Returns what a handler gave as plain JSON, by the rules of `JSON.stringify`; `undefined` where it gave none.
 * @throws Error where it refers to itself, or is too deep or too large for any request.
 */
export const plainValue = (given: unknown): JsonValue | undefined => plain(given, [], { left: MOST });
