import type { Targets } from '../targets';

/** A tuple that a search wants to put into some row: which symbol it asks of each of its columns. */
export class Sought {
  readonly size: number;
  readonly factors: readonly number[];
  /** By place in `factors`: by level, the symbol that it shows. */
  readonly symbols: readonly Int32Array[];
  readonly wanted: readonly number[];

  constructor(targets: Targets, tuple: number) {
    const block = targets.blockOf(tuple);
    const first = targets.first[block] as number;
    this.size = (targets.first[block + 1] as number) - first;
    const places = Array.from({ length: this.size }, (_, at) => first + at);
    this.factors = places.map((place) => targets.column(place).factor);
    this.symbols = places.map((place) => targets.column(place).symbols);
    this.wanted = places.map((place) => targets.symbolAt(tuple, block, place));
  }

  /** Whether a level of the factor at a place is one that the tuple asks for. */
  fits(at: number, level: number): boolean {
    return (this.symbols[at] as Int32Array)[level] === this.wanted[at];
  }

  /** The one place at which a row is not what the tuple asks for; -1 where there are more. */
  oddPlace(row: Int32Array): number {
    let odd = -1;
    for (let at = 0; at < this.size; at++) {
      if (this.fits(at, row[this.factors[at] as number] as number)) continue;
      if (odd >= 0) return -1;
      odd = at;
    }
    return odd;
  }
}
