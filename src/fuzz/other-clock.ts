/** `Date`, so many milliseconds ahead. */
const ahead = (Real: DateConstructor, milliseconds: number): DateConstructor => {
  const now = (): number => Real.now() + milliseconds;
  return new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, words: readonly unknown[], newTarget) =>
      Reflect.construct(target, words.length === 0 ? [now()] : words, newTarget) as object,
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
};

/**
 * Does something while the clock of this thread is so many milliseconds ahead, for all code that asks `Date` then. It
 * is back when what was done is done, a promise too.
 */
export async function withClockAhead<T>(milliseconds: number, run: () => T | Promise<T>): Promise<T> {
  const real = globalThis.Date;
  globalThis.Date = ahead(real, milliseconds);
  try {
    return await run();
  } finally {
    globalThis.Date = real;
  }
}
