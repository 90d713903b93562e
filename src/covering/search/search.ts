import type { Random } from '../../random';
import type { PartialRow } from '../partial-row';
import type { Targets } from '../targets';
import { bend } from './bend';
import { Guard } from './guard';
import { Sought } from './sought';
import { Tally } from './tally';

/** How many tuples are looked at in all, at most. */
export const MOST_WORK = 340_000_000;
/** How many since a row could be spared. */
const MOST_PATIENCE = 80_000_000;
/** Small arrays are settled sooner: patience for each tuple. */
const PATIENCE = 40_000;
/** What a step costs beside the tuples that it looks at. */
const STEP_WORK = 100;
/** What a look at a conjunction costs, beside one at a tuple. */
const CONJUNCTION_WORK = 5;
/** For so many steps at least a cell stays that was changed, and at random up to so many more. */
const HOLD = 4;
const MORE_HOLD = 10;
/** One step out of so many puts its tuple into any row, whatever it costs: the way out of a dead end. */
const STEPS_FOR_A_LEAP = 400;
/** How many rows are tried where no row is one change away from a tuple. */
const BENT_ROWS = 4;
/** The most cells of the table that says what each row covers. */
const MOST_CELLS = 60_000_000;

/** Where a search starts, and how far it goes. */
export interface SearchOptions {
  /** Rows that cover everything. */
  readonly rows: readonly Int32Array[];
  /** So many of them, the first ones, stay as they are. */
  readonly kept: number;
  /** Fewer rows than this are not looked for. */
  readonly least: number;
  /** A multiple of the usual work. */
  readonly effort: number;
  /** Called with the number of rows whenever one is spared. */
  readonly onFewer?: (rows: number) => void;
}

/** One level of one row changed, and how many more tuples are missing then. */
interface Move {
  index: number;
  factor: number;
  level: number;
  cost: number;
}

/**
 * Looks for fewer rows: drops the row that is missed least, and repairs what is missing then, one change after another,
 * each the best there is for some missing tuple. What was changed stays for some steps, so that a search does not go in
 * circles (tabu search, after Lin et al., "TCA: An Efficient Two-Mode Meta-Heuristic Algorithm for Combinatorial Test
 * Generation", ASE 2015). The budget is counted in tuples, never in time: the same rows on every machine.
 */
export class Search {
  private readonly guard: Guard;
  private readonly tally: Tally;
  private step = 0;
  /** By row and factor, the step until which the level stays. */
  private held: Float64Array[] = [];
  private readonly sought: Sought;
  private readonly best: Move = { index: -1, factor: -1, level: -1, cost: 0 };

  constructor(
    private readonly targets: Targets,
    private readonly partial: PartialRow,
    private readonly random: Random,
    private readonly options: SearchOptions,
  ) {
    this.guard = new Guard(targets.problem);
    this.tally = new Tally(targets);
    this.sought = new Sought(targets);
  }

  /** Whether a search of this size fits into memory. */
  static isPossible({ blockCount, total }: Targets, rows: number): boolean {
    return rows * blockCount + total <= MOST_CELLS;
  }

  /** As few rows as were found. */
  rows(): readonly Int32Array[] {
    const { kept, least, effort } = this.options;
    const { tally, targets } = this;
    for (const row of this.options.rows) tally.add(row.slice());
    const patience = effort * Math.min(MOST_PATIENCE, PATIENCE * targets.wantedCount);
    let best = this.options.rows;
    while (tally.rows.length > Math.max(least, kept)) {
      this.dropRow();
      if (!this.repair(Math.min(effort * MOST_WORK, tally.work + patience))) break;
      best = tally.rows.map((row) => row.slice());
      this.options.onFewer?.(best.length);
    }
    return best;
  }

  /** Drops the row of which least is missed, ties from a random place on. */
  private dropRow(): void {
    const { tally, random } = this;
    const { kept } = this.options;
    const count = tally.rows.length - kept;
    const from = random.below(count);
    let [least, fewest] = [kept, Number.POSITIVE_INFINITY];
    for (let step = 0; step < count && fewest > 0; step++) {
      const index = kept + ((from + step) % count);
      const alone = tally.aloneIn(index);
      if (alone < fewest) [least, fewest] = [index, alone];
    }
    tally.drop(least);
    this.held = tally.rows.map((row) => new Float64Array(row.length));
  }

  /** Changes rows until nothing is missing. False where the work is done before. */
  private repair(mostWork: number): boolean {
    const { tally, random, sought } = this;
    const count = tally.rows.length - this.options.kept;
    while (tally.missing > 0 && tally.work < mostWork && count > 0) {
      this.step++;
      tally.work += STEP_WORK + 2 * tally.rows.length;
      sought.turnTo(tally.open[random.below(tally.missing)] as number);
      if (random.below(STEPS_FOR_A_LEAP) === 0) this.putAnywhere(1);
      else this.put();
    }
    return tally.missing === 0;
  }

  /** Puts the tuple into a row by one change, or by more where that is not possible. */
  private put(): void {
    const { best } = this;
    if (!this.findMove()) {
      this.putAnywhere(BENT_ROWS);
      return;
    }
    this.tally.change(best.index, best.factor, best.level);
    this.hold(best.index, best.factor);
  }

  /** Finds the change that costs least, ties at random. False where there is none. */
  private findMove(): boolean {
    const { tally, sought, best } = this;
    best.cost = Number.POSITIVE_INFINITY;
    let ties = 0;
    for (let index = this.options.kept; index < tally.rows.length; index++) {
      const row = tally.rows[index] as Int32Array;
      const at = sought.oddPlace(row);
      if (at >= 0) ties = this.tryLevels(index, row, at, ties);
    }
    return best.cost < Number.POSITIVE_INFINITY;
  }

  /** Tries every level that puts the tuple into a row by changing one place; gives how many moves are the best now. */
  private tryLevels(index: number, row: Int32Array, at: number, tiesBefore: number): number {
    const { tally, sought, best } = this;
    const factor = sought.factors[at] as number;
    const isHeld = ((this.held[index] as Float64Array)[factor] as number) > this.step;
    const count = (sought.symbols[at] as Int32Array).length;
    let ties = tiesBefore;
    for (let level = 0; level < count; level++) {
      if (!sought.fits(at, level) || !this.guard.allows(row, factor, level)) continue;
      const cost = tally.cost(index, factor, level);
      if (cost > best.cost || (isHeld && tally.missing + cost > 0)) continue;
      ties = cost === best.cost ? ties + 1 : 1;
      if (ties > 1 && this.random.below(ties) > 0) continue;
      best.index = index;
      best.factor = factor;
      best.level = level;
      best.cost = cost;
    }
    return ties;
  }

  /** Puts the tuple into one of some rows at random, the one that it costs least in. */
  private putAnywhere(tries: number): void {
    const { tally, random, partial, sought } = this;
    const { kept } = this.options;
    const before = partial.work;
    let best: { readonly index: number; readonly row: Int32Array; readonly cost: number } | undefined;
    for (let count = 0; count < tries; count++) {
      const index = kept + random.below(tally.rows.length - kept);
      const row = bend(tally.rows[index] as Int32Array, sought, partial, random);
      const cost = tries === 1 ? 0 : tally.costOfRow(index, row);
      if (best === undefined || cost < best.cost) best = { index, row, cost };
    }
    tally.work += CONJUNCTION_WORK * (partial.work - before);
    if (best === undefined) return;
    const { index, row } = best;
    row.forEach((level, factor) => {
      if (tally.rows[index]?.[factor] !== level) this.hold(index, factor);
    });
    tally.replace(index, row);
  }

  private hold(index: number, factor: number): void {
    (this.held[index] as Float64Array)[factor] = this.step + HOLD + this.random.below(MORE_HOLD);
  }
}
