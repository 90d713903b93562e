import { ORDINARY, Source } from './source';

/** What stocks are filled with: always the same, whatever was drawn before. */
const STOCK_SEED = 0x570c;

/**
 * A stock of things that cost more to make than to take: each is made when its number is first asked for, and only
 * then. The thing of a number is the same in every process.
 */
export function stockOf<T>(size: number, make: (source: Source, number: number) => T): (number: number) => T {
  let things: (T | undefined)[] | undefined;
  return (number) => {
    things ??= Array.from({ length: size }, () => undefined);
    const known = things[number];
    if (known !== undefined) return known;
    const made = make(new Source().begin(STOCK_SEED, number, ORDINARY), number);
    things[number] = made;
    return made;
  };
}
