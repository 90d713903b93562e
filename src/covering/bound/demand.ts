import type { Targets } from '../targets';
import type { Masks } from './masks';

/** One column at one symbol. */
interface Pin {
  readonly column: number;
  /** The number of the symbol, among those of all columns. */
  readonly symbol: number;
}

/** Tuples that must all occur in rows with the same symbols in some columns. */
export interface Demand {
  readonly pins: readonly Pin[];
  /** Their numbers, ascending: those of a block stand together. */
  readonly tuples: readonly number[];
}

/** A demand's tuples of one block: those from one place on and before another. */
export interface BlockPart {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** A demand's tuples, block by block. */
export function* byBlock(targets: Targets, tuples: readonly number[]): Generator<BlockPart> {
  for (let from = 0; from < tuples.length; ) {
    const block = targets.blockOf(tuples[from] as number);
    const end = targets.base[block + 1] as number;
    let to = from + 1;
    while (to < tuples.length && (tuples[to] as number) < end) to++;
    yield { block, from, to };
    from = to;
  }
}

/** Splits demands by what a column must show in the rows that meet them. */
export class Splitter {
  /** How many tuples were looked at: the measure of work. */
  work = 0;

  constructor(
    private readonly targets: Targets,
    private readonly masks: Masks,
  ) {}

  /** For each symbol of a column, what only rows with that symbol can meet. The rest of the demand is left out. */
  split({ pins, tuples }: Demand, column: number): Demand[] {
    const { masks } = this;
    const size = masks.columns[column]?.size ?? 0;
    const all = pins.reduce((mask, pin) => mask & masks.beside(pin.symbol, column), -1 >>> (32 - size));
    const bySymbol = Array.from({ length: size }, (): number[] => []);
    for (const { block, from, to } of byBlock(this.targets, tuples)) {
      for (let at = from; at < to; at++) {
        const mask = all & this.besideTuple(tuples[at] as number, block, column);
        // One bit alone: the column can show nothing else.
        if ((mask & (mask - 1)) === 0) bySymbol[31 - Math.clz32(mask)]?.push(tuples[at] as number);
      }
    }
    this.work += tuples.length;
    return bySymbol.map((own, symbol) => ({
      pins: [...pins, { column, symbol: masks.symbol(column, symbol) }],
      tuples: own,
    }));
  }

  private besideTuple(tuple: number, block: number, column: number): number {
    const { targets, masks } = this;
    let mask = -1;
    for (let place = targets.first[block] as number; place < (targets.first[block + 1] as number); place++) {
      const own = targets.columnOf[place] as number;
      mask &= masks.beside(masks.symbol(own, targets.symbolAt(tuple, block, place)), column);
    }
    return mask;
  }
}
