import type { JsonValue } from '../../../contract';

/** Units of a value from `from` to before `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether it is known already that the range as a whole is needed. */
  readonly isNeeded: boolean;
  /** The first of two halves: where it goes, the other one is needed, or both would have gone together. */
  readonly isFirst: boolean;
}

/** Where a search for something simpler goes on. What was tried before in vain is not tried again. */
export interface Cursor {
  /** Which part of the search, in the order of its kind. */
  readonly stage: number;
  /** The greatest length or number that is known not to do. */
  readonly low?: number | bigint;
  readonly ranges?: readonly Range[];
  /** Which member or item, and where the search within it goes on. */
  readonly index?: number;
  readonly inner?: Cursor | undefined;
}

/** Something simpler to try, and where to go on once it was taken. */
export interface Step<T = JsonValue> {
  readonly value: T;
  readonly next: Cursor;
}
