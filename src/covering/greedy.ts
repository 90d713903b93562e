import type { Random } from '../random';
import { keptError } from './covering-error';
import type { PartialRow } from './partial-row';
import type { KeptRow } from './problem';
import type { Group, Targets } from './targets';

/** How much work a row may be: the number of candidates is chosen so that about as many tuples are looked at. */
const WORK_FOR_ALL_ROWS = 40_000_000;
const MOST_CANDIDATES = 24;

/**
 * Builds rows one at a time, each the best of some candidates, until all targets are covered. A candidate starts from
 * a tuple that is not covered, and gives the other factors, in random order, the level that covers most.
 */
export class Greedy {
  /** By tuple, 1 where it is still to be covered. */
  private readonly missing: Uint8Array;
  private left: number;
  private taken = 0;
  private readonly leftIn: Int32Array;
  /** By block, the number of the tuple as far as its columns are decided, and how many are not. */
  private readonly partial: Float64Array;
  private readonly open: Int32Array;
  private readonly order: Int32Array;

  constructor(
    private readonly targets: Targets,
    private readonly row: PartialRow,
    private readonly random: Random,
    /** Called with each row, with how many there are and how many tuples they cover. */
    private readonly onRow: (rows: number, covered: number) => void = () => undefined,
  ) {
    this.missing = targets.wanted.slice();
    this.left = targets.wantedCount;
    this.leftIn = new Int32Array(targets.blockCount);
    for (let block = 0; block < targets.blockCount; block++) this.leftIn[block] = targets.wantedIn(block);
    this.partial = new Float64Array(targets.blockCount);
    this.open = new Int32Array(targets.blockCount);
    this.order = Int32Array.from(targets.problem.levels, (_, factor) => factor);
  }

  /**
   * The kept rows, filled in, and as many more as it takes.
   * @throws CoveringError where a kept row breaks a constraint.
   */
  rows(): Int32Array[] {
    return [...this.targets.problem.keep.map((kept) => this.take(this.complete(kept))), ...this.more()];
  }

  /** Rows until nothing is left to cover. */
  private more(): Int32Array[] {
    const rows: Int32Array[] = [];
    const candidates = this.candidates();
    while (this.left > 0) {
      let best = this.candidate();
      let bestGain = this.gainOf(best);
      for (let count = 1; count < candidates; count++) {
        const row = this.candidate();
        const gain = this.gainOf(row);
        if (gain <= bestGain) continue;
        best = row;
        bestGain = gain;
      }
      rows.push(this.take(best));
    }
    return rows;
  }

  /**
   * The kept rows, those that parts of rows lead to, as far as the constraints allow them, and as many more as it takes.
   * Parts of which nothing is left to cover are left out.
   */
  rowsFrom(parts: readonly (readonly number[])[]): Int32Array[] {
    const kept = this.targets.problem.keep.map((row) => this.take(this.complete(row)));
    const seeded = parts.flatMap((part) => {
      const row = this.near(part);
      return this.gainOf(row) === 0 ? [] : [this.take(row)];
    });
    return [...kept, ...seeded, ...this.more()];
  }

  /** A row with as much of a part as the constraints allow. */
  private near(part: readonly number[]): Int32Array {
    this.begin();
    part.forEach((level, factor) => {
      if (level >= 0) this.decide(factor, level);
    });
    return this.fill();
  }

  private candidates(): number {
    return Math.max(1, Math.min(MOST_CANDIDATES, Math.floor(WORK_FOR_ALL_ROWS / Greedy.workForOne(this.targets))));
  }

  /** How many tuples are looked at until all are covered, about. */
  static workFor(targets: Targets): number {
    const work = Greedy.workForOne(targets);
    return Math.max(work, Math.min(WORK_FOR_ALL_ROWS, work * MOST_CANDIDATES));
  }

  /** The work where each row is the first candidate. */
  private static workForOne({ problem, blockCount, wantedCount }: Targets): number {
    const rows = Math.ceil((8 * wantedCount) / Math.max(1, blockCount));
    const levels = Math.ceil(problem.levels.reduce((sum, { length }) => sum + length, 0) / problem.levels.length);
    return rows * blockCount * (levels + 2);
  }

  /** A row with the levels of a part, -1 where it has none; `undefined` where the constraints allow none. */
  filled(part: readonly number[]): Int32Array | undefined {
    this.begin();
    const isPossible = part.every((level, factor) => level < 0 || this.decide(factor, level));
    return isPossible ? this.fill() : undefined;
  }

  private complete({ row, index }: KeptRow): Int32Array {
    const filled = this.filled(row);
    if (filled === undefined) throw keptError(index);
    return filled;
  }

  private candidate(): Int32Array {
    this.begin();
    const block = this.pickBlock();
    this.seed(block, this.pickTuple(block));
    return this.fill();
  }

  private begin(): void {
    const { targets } = this;
    this.row.clear();
    for (let block = 0; block < targets.blockCount; block++) {
      this.partial[block] = targets.base[block] as number;
      this.open[block] = (targets.first[block + 1] as number) - (targets.first[block] as number);
    }
  }

  /** The block with most left to cover, ties from a random place on. */
  private pickBlock(): number {
    const count = this.targets.blockCount;
    const from = this.random.below(count);
    let best = from;
    for (let step = 1; step < count; step++) {
      const block = from + step < count ? from + step : from + step - count;
      if ((this.leftIn[block] as number) > (this.leftIn[best] as number)) best = block;
    }
    return best;
  }

  private pickTuple(block: number): number {
    const base = this.targets.base[block] as number;
    const size = (this.targets.base[block + 1] as number) - base;
    const tuple = this.random.below(size);
    for (let step = 0; step < size; step++) {
      const candidate = base + ((tuple + step) % size);
      if (this.missing[candidate] === 1) return candidate;
    }
    return base;
  }

  private seed(block: number, tuple: number): void {
    const { targets } = this;
    const places: number[] = [];
    for (let at = targets.first[block] as number; at < (targets.first[block + 1] as number); at++) places.push(at);
    const shows = (place: number, level: number): boolean =>
      targets.column(place).symbols[level] === targets.symbolAt(tuple, block, place);
    for (const place of places) this.row.restrict(targets.column(place).factor, (level) => shows(place, level));
    for (const place of places) {
      const { factor, symbols } = targets.column(place);
      const from = this.random.below(symbols.length);
      for (let step = 0; step < symbols.length; step++) {
        const level = (from + step) % symbols.length;
        if (shows(place, level) && this.decide(factor, level)) break;
      }
    }
  }

  /** Gives each factor that has no level yet the one that covers most, in random order. */
  private fill(): Int32Array {
    this.random.shuffle(this.order);
    for (const factor of this.order) {
      if ((this.row.levels[factor] as number) >= 0) continue;
      for (const level of this.byGain(factor)) if (this.decide(factor, level)) break;
    }
    return this.row.levels.slice();
  }

  /** The levels that are not ruled out, the one that covers most first, ties from a random place on. */
  private byGain(factor: number): number[] {
    const size = (this.targets.problem.levels[factor] as readonly number[]).length;
    const gains = new Int32Array(size);
    for (const group of this.targets.groups[factor] as readonly Group[]) this.addGains(group, gains);
    const from = this.random.below(size);
    const levels: number[] = [];
    for (let step = 0; step < size; step++) {
      const level = (from + step) % size;
      if (this.row.isOpen(factor, level)) levels.push(level);
    }
    return levels.sort((left, right) => (gains[right] as number) - (gains[left] as number));
  }

  private addGains({ symbols, blocks, strides }: Group, gains: Int32Array): void {
    const { open, partial, missing } = this;
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at] as number;
      if (open[block] !== 1 || this.leftIn[block] === 0) continue;
      for (let level = 0; level < gains.length; level++) {
        const tuple = (partial[block] as number) + (strides[at] as number) * (symbols[level] as number);
        gains[level] = (gains[level] as number) + (missing[tuple] as number);
      }
    }
  }

  private decide(factor: number, level: number): boolean {
    if (!this.row.set(factor, level)) return false;
    for (const { symbols, blocks, strides } of this.targets.groups[factor] as readonly Group[]) {
      const symbol = symbols[level] as number;
      for (let at = 0; at < blocks.length; at++) {
        const block = blocks[at] as number;
        this.partial[block] = (this.partial[block] as number) + (strides[at] as number) * symbol;
        this.open[block] = (this.open[block] as number) - 1;
      }
    }
    return true;
  }

  /** How many missing tuples a row covers; it must be the row that was just filled. */
  private gainOf(_row: Int32Array): number {
    let gain = 0;
    for (let block = 0; block < this.partial.length; block++)
      gain += this.missing[this.partial[block] as number] as number;
    return gain;
  }

  private take(row: Int32Array): Int32Array {
    this.taken++;
    for (let block = 0; block < this.targets.blockCount; block++) {
      const tuple = this.targets.tupleIn(block, row);
      if (this.missing[tuple] === 0) continue;
      this.missing[tuple] = 0;
      this.leftIn[block] = (this.leftIn[block] as number) - 1;
      this.left--;
    }
    this.onRow(this.taken, this.targets.wantedCount - this.left);
    return row;
  }
}
