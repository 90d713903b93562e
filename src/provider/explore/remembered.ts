/** What an iterable gives, made once however often it is gone through. */
export function remembered<T>(source: () => Iterable<T>): Iterable<T> {
  const known: T[] = [];
  let rest: Iterator<T> | undefined;
  return {
    *[Symbol.iterator]() {
      for (let index = 0; ; index += 1) {
        if (index === known.length) {
          rest ??= source()[Symbol.iterator]();
          const next = rest.next();
          if (next.done === true) return;
          known.push(next.value);
        }
        yield known[index] as T;
      }
    },
  };
}
