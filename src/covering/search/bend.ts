import type { Random } from '../../random';
import type { PartialRow } from '../partial-row';
import type { Sought } from './sought';

/**
 * A row with a tuple in it that keeps, beside the tuple, as many of its levels as the constraints let it. The way for
 * what takes several changes at once, such as an item together with the list that it stands in.
 */
export function bend(row: Int32Array, sought: Sought, partial: PartialRow, random: Random): Int32Array {
  partial.clear();
  for (let at = 0; at < sought.size; at++) {
    partial.restrict(sought.factors[at] as number, (level) => sought.fits(at, level));
  }
  for (let at = 0; at < sought.size; at++) {
    const factor = sought.factors[at] as number;
    const before = row[factor] as number;
    if (!sought.fits(at, before) || !partial.set(factor, before)) setFitting(sought, at, partial, random);
  }
  const order = Int32Array.from(row, (_, factor) => factor);
  random.shuffle(order);
  for (const factor of order) if ((partial.levels[factor] as number) < 0) keepOrSet(row, factor, partial, random);
  return partial.levels.slice();
}

function setFitting(sought: Sought, at: number, partial: PartialRow, random: Random): void {
  const count = (sought.symbols[at] as Int32Array).length;
  const from = random.below(count);
  for (let step = 0; step < count; step++) {
    const level = (from + step) % count;
    if (sought.fits(at, level) && partial.set(sought.factors[at] as number, level)) return;
  }
}

function keepOrSet(row: Int32Array, factor: number, partial: PartialRow, random: Random): void {
  const before = row[factor] as number;
  if (partial.isOpen(factor, before) && partial.set(factor, before)) return;
  partial.setAny(factor, random.next());
}
