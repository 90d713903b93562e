/**
 * Plain data as text, the same for the same data with its members in the same order: a key to remember something by. It
 * may hold bigints, which JSON has not: limits of an int64 are such.
 */
export const keyText = (data: unknown): string =>
  JSON.stringify(data, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ?? '';
