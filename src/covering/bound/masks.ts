import type { Feasibility, Table } from '../feasibility';
import type { Column } from '../problem';

/** The symbols of a column, the n-th as the n-th bit. */
type Mask = number;

/** Columns of more symbols do not fit a mask, and no array is split by them. */
export const MOST_SYMBOLS = 31;

/** Which symbols of one column can stand with a symbol of another. */
export class Masks {
  /** By column, the number of its first symbol. */
  private readonly first: Int32Array;
  /** By symbol's number and column. */
  private readonly masks: Int32Array;

  constructor(
    readonly columns: readonly Column[],
    feasibility: Feasibility,
  ) {
    this.first = new Int32Array(columns.length);
    let count = 0;
    columns.forEach(({ size }, index) => {
      this.first[index] = count;
      count += size;
    });
    this.masks = new Int32Array(count * columns.length).fill(-1);
    for (let one = 0; one < columns.length; one++) {
      for (let other = one; other < columns.length; other++) this.relate(one, other, feasibility);
    }
  }

  /** The number of a symbol of a column. */
  symbol(column: number, symbol: number): number {
    return (this.first[column] as number) + symbol;
  }

  /** What a column can show beside a symbol. */
  beside(symbol: number, column: number): Mask {
    return this.masks[symbol * this.columns.length + column] as number;
  }

  private relate(one: number, other: number, feasibility: Feasibility): void {
    const [left, right] = [this.columns[one] as Column, this.columns[other] as Column];
    if (left.size > MOST_SYMBOLS && right.size > MOST_SYMBOLS) return;
    const table = left.factor === right.factor ? together(left, right) : feasibility.table([one, other]);
    if (table === undefined) return;
    const isPossible = (symbol: number, beside: number): number => table[symbol * right.size + beside] as number;
    this.note(one, other, isPossible);
    if (one !== other) this.note(other, one, (symbol, beside) => isPossible(beside, symbol));
  }

  /** What a column can show beside each symbol of another one. */
  private note(of: number, column: number, isPossible: (symbol: number, beside: number) => number): void {
    const [own, { size }] = [this.columns[of] as Column, this.columns[column] as Column];
    if (size > MOST_SYMBOLS) return;
    for (let symbol = 0; symbol < own.size; symbol++) {
      let mask = 0;
      for (let beside = 0; beside < size; beside++) mask |= isPossible(symbol, beside) << beside;
      this.masks[this.symbol(of, symbol) * this.columns.length + column] = mask;
    }
  }
}

/** Which symbols of two views of one factor some level shows. */
function together(left: Column, right: Column): Table {
  const table = new Uint8Array(left.size * right.size);
  left.symbols.forEach((symbol, level) => {
    table[symbol * right.size + (right.symbols[level] as number)] = 1;
  });
  return table;
}
