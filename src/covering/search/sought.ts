import type { Targets } from '../targets';

/** A tuple that a search wants to put into some row: which symbol it asks of each of its columns. */
export class Sought {
  /** How many columns it has. */
  size = 0;
  /** By place: the factor, the symbol that each of its levels shows, and the one that is asked for. */
  readonly factors: number[] = [];
  readonly symbols: Int32Array[] = [];
  readonly wanted: number[] = [];

  constructor(private readonly targets: Targets) {}

  /** Turns to another tuple: one object serves a whole search, since making them takes a third of its time. */
  turnTo(tuple: number): void {
    const { targets } = this;
    const block = targets.blockOf(tuple);
    const first = targets.first[block] as number;
    this.size = (targets.first[block + 1] as number) - first;
    for (let at = 0; at < this.size; at++) {
      const { factor, symbols } = targets.column(first + at);
      this.factors[at] = factor;
      this.symbols[at] = symbols;
      this.wanted[at] = targets.symbolAt(tuple, block, first + at);
    }
  }

  /** Whether a level of the factor at a place is one that the tuple asks for. */
  fits(at: number, level: number): boolean {
    return (this.symbols[at] as Int32Array)[level] === this.wanted[at];
  }

  /** The one place at which a row is not what the tuple asks for; -1 where there are more. */
  oddPlace(row: Int32Array): number {
    let odd = -1;
    for (let at = 0; at < this.size; at++) {
      if ((this.symbols[at] as Int32Array)[row[this.factors[at] as number] as number] === this.wanted[at]) continue;
      if (odd >= 0) return -1;
      odd = at;
    }
    return odd;
  }
}
