/** Puts the clock of this thread forward, for all code that is loaded afterwards and before. */
export function putClockForward(milliseconds: number): void {
  const Real = Date;
  const now = (): number => Real.now() + milliseconds;
  globalThis.Date = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, words: readonly unknown[], newTarget) =>
      Reflect.construct(target, words.length === 0 ? [now()] : words, newTarget) as object,
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
