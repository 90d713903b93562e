import { bisect } from './bisect';
import type { Cursor, Step } from './cursor';

/** The stages of {@link shorten}; a search goes on from `SHORTENED`. */
const [PREFIX, OPEN_FRONT, INTERIOR] = [0, 1, 2];
/** The stage that a search goes on from, once nothing is left to shorten. */
export const SHORTENED = 3;

/** Of longer values only the ends are cut: what is needed of many units is seldom spread. */
const MOST_INTERIOR = 18;

/** A value of units in a row: what it is when only some are kept, or some dropped. */
interface Units<T> {
  readonly count: number;
  readonly least: number;
  readonly keep: (from: number, to: number) => T | undefined;
  readonly drop: (from: number, to: number) => T | undefined;
}

/** The shortest beginning that does, by halving. */
function* prefixes<T>({ count, least, keep }: Units<T>, from: Cursor): Generator<Step<T>> {
  let low = Number(from.low ?? Math.max(0, least - 1));
  while (count - low > 1) {
    const middle = (low + count) >> 1;
    const value = keep(0, middle);
    if (value !== undefined) yield { value, next: { stage: PREFIX, low } };
    low = middle;
  }
}

/** Whether the first unit can go; if so, how many more, by halving. */
function* fronts<T>({ count, least, keep }: Units<T>, from: Cursor): Generator<Step<T>> {
  if (from.stage < OPEN_FRONT) {
    const value = count - 1 >= Math.max(1, least) ? keep(1, count) : undefined;
    if (value !== undefined) yield { value, next: { stage: OPEN_FRONT, low: count - 1 } };
    return;
  }
  let tooMany = Math.min(Number(from.low ?? count), count - least + 1);
  while (tooMany > 1) {
    const dropped = tooMany >> 1;
    const value = keep(dropped, count);
    if (value !== undefined) yield { value, next: { stage: OPEN_FRONT, low: tooMany - dropped } };
    tooMany = dropped;
  }
}

function* interiors<T>({ count, least, drop }: Units<T>, from: Cursor): Generator<Step<T>> {
  if (count > MOST_INTERIOR || count - 1 < least) return;
  const ranges = from.ranges ?? [{ from: 1, to: count - 1, isNeeded: false, isFirst: false }];
  yield* bisect(ranges, drop, INTERIOR);
}

/** Makes a text, an array or a map shorter: its end, its beginning, then what lies between. */
export function* shorten<T>(units: Units<T>, from: Cursor): Generator<Step<T>> {
  if (from.stage <= PREFIX) yield* prefixes(units, from);
  if (from.stage <= OPEN_FRONT) yield* fronts(units, from);
  if (from.stage <= INTERIOR) yield* interiors(units, from.stage === INTERIOR ? from : { stage: INTERIOR });
}
