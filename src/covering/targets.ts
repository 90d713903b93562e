import type { Components } from './components';
import { TooManyCombinations } from './covering-error';
import { Feasibility } from './feasibility';
import type { Column, Problem } from './problem';

/** The blocks in which one factor takes part by one of its columns. */
export interface Group {
  /** By level, the symbol that it shows. */
  readonly symbols: Int32Array;
  readonly blocks: Int32Array;
  /** By place in `blocks`, how far apart two tuples are whose symbols differ by one. */
  readonly strides: Int32Array;
}

const MOST_TUPLES = 1_000_000_000;

/** Every tuple to cover, numbered: a block's tuples stand together, its first column running slowest. */
export class Targets {
  /** By block, the number of its first tuple; one more entry holds how many tuples there are. */
  readonly base: Float64Array;
  /** By block, where its columns start in `columnOf` and `strideOf`; one entry more. */
  readonly first: Int32Array;
  readonly columnOf: Int32Array;
  readonly strideOf: Int32Array;
  /** By tuple, 1 where some row can hold it. */
  readonly wanted: Uint8Array;
  readonly wantedCount: number;
  /** By factor. */
  readonly groups: readonly (readonly Group[])[];
  readonly feasibility: Feasibility;

  constructor(
    readonly problem: Problem,
    components: Components,
  ) {
    const { blocks } = problem;
    this.base = new Float64Array(blocks.length + 1);
    this.first = new Int32Array(blocks.length + 1);
    const places = blocks.reduce((sum, block) => sum + block.length, 0);
    this.columnOf = new Int32Array(places);
    this.strideOf = new Int32Array(places);
    blocks.forEach((block, index) => {
      this.place(block, index);
    });
    this.feasibility = new Feasibility(problem, components);
    this.wanted = new Uint8Array(this.total).fill(1);
    this.wantedCount = this.total - this.strike();
    this.groups = problem.levels.map((_, factor) => this.groupsOf(factor));
  }

  get total(): number {
    return this.base[this.base.length - 1] as number;
  }

  get blockCount(): number {
    return this.first.length - 1;
  }

  column(place: number): Column {
    return this.problem.columns[this.columnOf[place] as number] as Column;
  }

  /** The block that a tuple belongs to. */
  blockOf(tuple: number): number {
    let low = 0;
    let high = this.blockCount;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.base[middle] as number) <= tuple) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The number of the tuple of a block that a complete row holds. */
  tupleIn(block: number, row: Int32Array): number {
    let tuple = this.base[block] as number;
    for (let place = this.first[block] as number; place < (this.first[block + 1] as number); place++) {
      const { factor, symbols } = this.column(place);
      tuple += (this.strideOf[place] as number) * (symbols[row[factor] as number] as number);
    }
    return tuple;
  }

  /** The symbol that a tuple asks of the column at a place of its block. */
  symbolAt(tuple: number, block: number, place: number): number {
    const within = tuple - (this.base[block] as number);
    return Math.floor(within / (this.strideOf[place] as number)) % this.column(place).size;
  }

  /** The tuples of a block that some row can hold. */
  wantedOf(block: number): number[] {
    const tuples: number[] = [];
    const end = this.base[block + 1] as number;
    for (let tuple = this.base[block] as number; tuple < end; tuple++) if (this.wanted[tuple] === 1) tuples.push(tuple);
    return tuples;
  }

  /** How many tuples of a block some row can hold. */
  wantedIn(block: number): number {
    let count = 0;
    const end = this.base[block + 1] as number;
    for (let tuple = this.base[block] as number; tuple < end; tuple++) count += this.wanted[tuple] as number;
    return count;
  }

  private place(block: readonly number[], index: number): void {
    const first = this.first[index] as number;
    this.first[index + 1] = first + block.length;
    let stride = 1;
    for (let at = block.length - 1; at >= 0; at--) {
      this.columnOf[first + at] = block[at] as number;
      this.strideOf[first + at] = stride;
      stride *= this.column(first + at).size;
    }
    const next = (this.base[index] as number) + stride;
    if (next > MOST_TUPLES) {
      throw new TooManyCombinations(`over ${MOST_TUPLES} combinations`);
    }
    this.base[index + 1] = next;
  }

  /** Takes out the infeasible tuples, and counts them. */
  private strike(): number {
    let infeasible = 0;
    this.problem.blocks.forEach((block, index) => {
      const table = this.feasibility.table(block);
      if (table === undefined) return;
      this.wanted.set(table, this.base[index]);
      for (const possible of table) infeasible += 1 - possible;
    });
    return infeasible;
  }

  private groupsOf(factor: number): Group[] {
    const byColumn = new Map<number, number[]>();
    this.columnOf.forEach((column, place) => {
      if (this.problem.columns[column]?.factor !== factor) return;
      const places = byColumn.get(column);
      if (places === undefined) byColumn.set(column, [place]);
      else places.push(place);
    });
    const blockAt = this.blockAt();
    return [...byColumn].map(([column, places]) => ({
      symbols: (this.problem.columns[column] as Column).symbols,
      blocks: Int32Array.from(places, (place) => blockAt[place] as number),
      strides: Int32Array.from(places, (place) => this.strideOf[place] as number),
    }));
  }

  private blockAt(): Int32Array {
    const blocks = new Int32Array(this.columnOf.length);
    for (let block = 0; block < this.blockCount; block++) {
      blocks.fill(block, this.first[block] as number, this.first[block + 1] as number);
    }
    return blocks;
  }
}
