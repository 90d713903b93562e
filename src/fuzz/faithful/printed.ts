/**
 * The text that an object stands for by a `toString` of its own, as a Long, a Decimal, a LocalDate or a class for one
 * kind of text has it; `undefined` of what has none.
 */
export function printed(got: unknown): string | undefined {
  if (typeof got !== 'object' || got === null || Array.isArray(got) || got instanceof Date) return undefined;
  const print: unknown = (got as { toString?: unknown }).toString;
  if (typeof print !== 'function' || print === Object.prototype.toString) return undefined;
  const text: unknown = print.call(got);
  return typeof text === 'string' ? text : undefined;
}
