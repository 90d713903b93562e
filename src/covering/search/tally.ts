import type { Group, Targets } from '../targets';

/** Rows, and by how many of them each tuple is covered. A change costs as much as the blocks that it concerns. */
export class Tally {
  readonly rows: Int32Array[] = [];
  /** The tuples that no row covers: the first `missing` entries. */
  readonly open: Int32Array;
  missing = 0;
  /** How many tuples were looked at: the measure of work. */
  work = 0;
  /** By row and block, the tuple that the row covers. */
  private readonly held: Int32Array[] = [];
  private readonly times: Uint16Array;
  /** By tuple, its place in `open`. */
  private readonly place: Int32Array;

  constructor(readonly targets: Targets) {
    this.times = new Uint16Array(targets.total);
    this.open = new Int32Array(targets.total);
    this.place = new Int32Array(targets.total);
    for (let tuple = 0; tuple < targets.total; tuple++) if (targets.wanted[tuple] === 1) this.miss(tuple);
  }

  add(row: Int32Array): void {
    const held = new Int32Array(this.targets.blockCount);
    for (let block = 0; block < held.length; block++) {
      held[block] = this.targets.tupleIn(block, row);
      this.cover(held[block] as number);
    }
    this.work += held.length;
    this.rows.push(row);
    this.held.push(held);
  }

  /** Takes a row out; the last one takes its place. */
  drop(index: number): void {
    for (const tuple of this.held[index] as Int32Array) this.uncover(tuple);
    this.work += this.targets.blockCount;
    const [row, held] = [this.rows.pop() as Int32Array, this.held.pop() as Int32Array];
    if (index === this.rows.length) return;
    this.rows[index] = row;
    this.held[index] = held;
  }

  /** How many tuples no other row covers. */
  aloneIn(index: number): number {
    let alone = 0;
    for (const tuple of this.held[index] as Int32Array) if (this.times[tuple] === 1) alone++;
    this.work += this.targets.blockCount;
    return alone;
  }

  /** How many more tuples would be missing with another level of a row. */
  cost(index: number, factor: number, level: number): number {
    const before = (this.rows[index] as Int32Array)[factor] as number;
    const groups = this.targets.groups[factor] as readonly Group[];
    let cost = 0;
    for (let group = 0; group < groups.length; group++) {
      const { symbols, blocks, strides } = groups[group] as Group;
      const shift = (symbols[level] as number) - (symbols[before] as number);
      if (shift !== 0) cost += this.costIn(index, shift, blocks, strides);
    }
    return cost;
  }

  /** The part of a cost that some blocks have, where a symbol changes by so much. */
  private costIn(index: number, shift: number, blocks: Int32Array, strides: Int32Array): number {
    const { times } = this;
    const held = this.held[index] as Int32Array;
    let cost = 0;
    for (let at = 0; at < blocks.length; at++) {
      const tuple = held[blocks[at] as number] as number;
      if (times[tuple] === 1) cost++;
      if (times[tuple + shift * (strides[at] as number)] === 0) cost--;
    }
    this.work += blocks.length;
    return cost;
  }

  /** Gives a row another level. */
  change(index: number, factor: number, level: number): void {
    const row = this.rows[index] as Int32Array;
    const held = this.held[index] as Int32Array;
    for (const { symbols, blocks, strides } of this.targets.groups[factor] as readonly Group[]) {
      const shift = (symbols[level] as number) - (symbols[row[factor] as number] as number);
      if (shift === 0) continue;
      this.work += 2 * blocks.length;
      for (let at = 0; at < blocks.length; at++) {
        const block = blocks[at] as number;
        const tuple = held[block] as number;
        const next = tuple + shift * (strides[at] as number);
        this.uncover(tuple);
        this.cover(next);
        held[block] = next;
      }
    }
    row[factor] = level;
  }

  /** Puts another row in the place of one. */
  replace(index: number, row: Int32Array): void {
    const held = this.held[index] as Int32Array;
    for (let block = 0; block < held.length; block++) {
      const [before, after] = [held[block] as number, this.targets.tupleIn(block, row)];
      if (before === after) continue;
      this.uncover(before);
      this.cover(after);
      held[block] = after;
    }
    this.work += 2 * held.length;
    this.rows[index] = row;
  }

  /** How many more tuples would be missing with another row in the place of one. */
  costOfRow(index: number, row: Int32Array): number {
    const [before, missing] = [this.rows[index] as Int32Array, this.missing];
    this.replace(index, row);
    const cost = this.missing - missing;
    this.replace(index, before);
    return cost;
  }

  private cover(tuple: number): void {
    const times = this.times[tuple] as number;
    this.times[tuple] = times + 1;
    if (times > 0) return;
    const place = this.place[tuple] as number;
    this.missing--;
    const last = this.open[this.missing] as number;
    this.open[place] = last;
    this.place[last] = place;
  }

  private uncover(tuple: number): void {
    const times = (this.times[tuple] as number) - 1;
    this.times[tuple] = times;
    if (times === 0) this.miss(tuple);
  }

  private miss(tuple: number): void {
    this.open[this.missing] = tuple;
    this.place[tuple] = this.missing;
    this.missing++;
  }
}
