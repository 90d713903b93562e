import type { Column } from '../problem';
import type { Targets } from '../targets';
import { cliqueBound } from './clique';
import { byBlock, type Demand, Splitter } from './demand';
import { Masks, MOST_SYMBOLS } from './masks';
import { pairBound } from './pair-bound';

/** So many columns at most are split by, one within the other. */
const MOST_DEPTH = 3;
/** Of the columns that a demand can be split by, so many are followed further. */
const FOLLOWED = 2;
/** How many tuples are looked at, at most. */
const MOST_WORK = 14_000_000;
/** Of more tuples, only those are looked at that have the columns with most symbols. */
const MOST_TUPLES = 1_000_000;

/**
 * A number of rows that no array can go below. Rows that differ in a column are different rows: what must be met by
 * rows with one symbol in it, and what by rows with another, adds up. Where nothing more is split, as many rows are
 * needed as a block has tuples, and as many as all pairs of columns take.
 */
export function boundOf(targets: Targets): number {
  return new LowerBound(targets).rows();
}

class LowerBound {
  private readonly columns: readonly Column[];
  private readonly masks: Masks;
  private readonly splitter: Splitter;
  /** The columns to split by, those with most symbols first. */
  private readonly splits: readonly number[];

  constructor(private readonly targets: Targets) {
    this.columns = targets.problem.columns;
    this.masks = new Masks(this.columns, targets.feasibility);
    this.splitter = new Splitter(targets, this.masks);
    this.splits = this.columns
      .map((_, column) => column)
      .filter((column) => this.sizeOf(column) > 1 && this.sizeOf(column) <= MOST_SYMBOLS)
      .sort((left, right) => this.sizeOf(right) - this.sizeOf(left));
  }

  rows(): number {
    const tuples = this.tuples();
    const clique = cliqueBound(this.targets, this.masks, tuples);
    return Math.max(this.largestBlock(), clique, this.follow({ pins: [], tuples }, MOST_DEPTH));
  }

  private sizeOf(column: number): number {
    return this.columns[column]?.size ?? 0;
  }

  private largestBlock(): number {
    const { targets } = this;
    let most = 0;
    for (let block = 0; block < targets.blockCount; block++) most = Math.max(most, targets.wantedIn(block));
    return most;
  }

  /** What is asked for, or as much of it as can be looked at. */
  private tuples(): number[] {
    const { targets } = this;
    let blocks = targets.problem.blocks.map((_, block) => block);
    const sizeOf = (block: number): number => (targets.base[block + 1] as number) - (targets.base[block] as number);
    const total = (): number => blocks.reduce((sum, block) => sum + sizeOf(block), 0);
    for (const column of this.splits) {
      if (total() <= MOST_TUPLES) break;
      blocks = blocks.filter((block) => targets.problem.blocks[block]?.includes(column));
    }
    return total() > MOST_TUPLES ? [] : blocks.flatMap((block) => targets.wantedOf(block));
  }

  /** The best of what is known of a demand itself, and of what it is split into. */
  private follow(demand: Demand, depth: number): number {
    const own = this.boundOfAll(demand);
    if (depth === 0 || demand.tuples.length <= own) return own;
    const ways = this.waysToSplit(demand);
    const followed = ways
      .slice(0, FOLLOWED)
      .map(({ parts }) => parts.reduce((sum, part) => sum + this.follow(part, depth - 1), 0));
    return Math.max(own, ...ways.slice(0, 1).map(({ rows }) => rows), ...followed);
  }

  private waysToSplit(demand: Demand): { readonly parts: readonly Demand[]; readonly rows: number }[] {
    const ways = [];
    for (const column of this.splits) {
      if (this.splitter.work > MOST_WORK) break;
      if (demand.pins.some((pin) => pin.column === column)) continue;
      const parts = this.splitter.split(demand, column);
      ways.push({ parts, rows: parts.reduce((sum, part) => sum + this.boundOfAll(part), 0) });
    }
    return ways.sort((left, right) => right.rows - left.rows);
  }

  /** Without splitting: a row meets one tuple of each block. */
  private boundOfAll({ pins, tuples }: Demand): number {
    const { targets } = this;
    const pairs: [one: number, other: number][] = [];
    let most = 0;
    for (const { block, from, to } of byBlock(targets, tuples)) {
      const open = (targets.problem.blocks[block] ?? []).filter((own) => pins.every(({ column }) => column !== own));
      const [one = 0, other = 0] = open;
      if (open.length === 2 && to - from === this.sizeOf(one) * this.sizeOf(other)) pairs.push([one, other]);
      most = Math.max(most, to - from);
    }
    return Math.max(most, this.boundOfPairs(pairs));
  }

  /** Columns are taken one after another, of which each makes all pairs with each. */
  private boundOfPairs(pairs: readonly (readonly [number, number])[]): number {
    const partners = new Map<number, Set<number>>();
    const join = (one: number, other: number): unknown =>
      partners.get(one)?.add(other) ?? partners.set(one, new Set([other]));
    for (const [one, other] of pairs) {
      join(one, other);
      join(other, one);
    }
    const taken: number[] = [];
    const degree = (column: number): number => partners.get(column)?.size ?? 0;
    const order = [...partners.keys()].sort((left, right) => degree(right) - degree(left) || left - right);
    for (const column of order) {
      if (taken.every((other) => partners.get(other)?.has(column))) taken.push(column);
    }
    return taken.length === 0 ? 0 : pairBound(taken.map((column) => this.sizeOf(column)));
  }
}
