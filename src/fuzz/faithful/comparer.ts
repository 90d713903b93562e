import type { JsonValue } from '../../contract';
import type { Compare } from './difference';

/** Whether what a parser made of a value is what the body says. */
export type Agrees = (got: unknown) => boolean;

/** How what a parser made of a value is held to what the body says. */
export interface Comparer {
  readonly compare: Compare;
  /** The same for one value of the body, that many bodies have: quick as long as it is held as it should be. */
  readonly expecting: (wire: JsonValue) => Agrees;
}

/** By comparing, except what is the very same value. */
export const comparing = (compare: Compare): Comparer => ({
  compare,
  expecting: (wire) => (got) => got === wire || compare(wire, got) === undefined,
});

/** One that is only made when it is used: what holds itself would be made without end. */
export function lazily(made: () => Comparer): Comparer {
  return {
    compare: (wire, got) => made().compare(wire, got),
    expecting: (wire) => made().expecting(wire),
  };
}
