import { isDeepStrictEqual } from 'node:util';

/** Whether a value may stand where the body has none. */
export type MayStand = (held: unknown) => boolean;

/** Nothing may, of a parser that gives no defaults. */
export const nothingMayStand: MayStand = () => false;

/** A default may: at one place it is the same each time, what is met first sets which. */
export function oneDefault(): MayStand {
  let first: { readonly held: unknown } | undefined;
  return (held) => {
    first ??= { held };
    return isDeepStrictEqual(first.held, held);
  };
}
