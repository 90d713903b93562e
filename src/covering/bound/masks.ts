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
      for (let other = 0; other < columns.length; other++) this.relate(one, other, feasibility);
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
    if (right.size > MOST_SYMBOLS) return;
    const table = left.factor === right.factor ? together(left, right) : feasibility.table([one, other]);
    if (table === undefined) return;
    for (let symbol = 0; symbol < left.size; symbol++) {
      const row = table.subarray(symbol * right.size, (symbol + 1) * right.size);
      const mask = row.reduce((bits, possible, at) => bits | (possible << at), 0);
      this.masks[this.symbol(one, symbol) * this.columns.length + other] = mask;
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
