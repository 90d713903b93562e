/** A parsed user, as a mistake may leave it. */
export type Loose = Record<string, unknown>;

/** The names of the accessors of a class and of those that it extends. */
function accessorsOf(value: object): string[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return [];
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  return [...own.filter(([, { get }]) => get !== undefined).map(([name]) => name), ...accessorsOf(prototype)];
}

/** All that a parsed user shows, to be changed. */
export function looseOf(value: unknown): Loose {
  const user: Loose = { ...(value as Loose) };
  for (const name of accessorsOf(value as object)) user[name] = (value as Loose)[name];
  return user;
}

/** Integers and moments of classes of their own, as this language has them. */
export function plainOf(value: unknown): unknown {
  const { toMillis, high } = (value ?? {}) as { readonly toMillis?: () => number; readonly high?: number };
  if (typeof toMillis === 'function') return new Date(toMillis.call(value));
  return high === undefined ? value : BigInt(String(value));
}

/** A moment in whatever type. */
export const dateFrom = (value: unknown): Date => new Date(plainOf(value) as string | number | Date);
