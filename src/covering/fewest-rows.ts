import { Random } from '../random';
import { seedsFor } from './construct/seeds';
import { CoveringError } from './covering-error';
import { Greedy } from './greedy';
import type { PartialRow } from './partial-row';
import { MOST_WORK, Search } from './search/search';
import type { Targets } from './targets';

/** How far an array is. */
export interface CoveringProgress {
  /** How many rows there are; of a search, the fewest so far. */
  readonly rows: number;
  /** How many combinations they cover, of all that are to be. */
  readonly covered: number;
  readonly feasible: number;
  /** How long the rows take to be built, in seconds of a usual machine: a guess. */
  readonly seconds: number;
}

/** How to look for an array. The same options give the same rows on every machine. */
export interface CoveringOptions {
  /** 1 where it is not given. */
  readonly seed?: number;
  /** How much work goes into fewer rows, as a multiple of the usual; 0 for none. 1 where it is not given. */
  readonly effort?: number;
  /** At most so much work, in seconds of a usual machine: it is counted in combinations looked at, never by a clock. */
  readonly budget?: number;
  /** Called before the first row, with each row that is built, and with each that is spared. */
  readonly onProgress?: (progress: CoveringProgress) => void;
}

type Rows = readonly Int32Array[];

/** What rows are made with. One row is filled again and again, since the solvers know one at a time. */
export interface Workshop {
  readonly targets: Targets;
  readonly partial: PartialRow;
  readonly options: CoveringOptions;
  /** Fewer rows than this are not looked for. */
  readonly least: number;
}

/** How many combinations a usual machine looks at in a second. */
const LOOKS_IN_A_SECOND = 80_000_000;
/** Where a construction fits, rows are not built one by one as well if that takes longer, in seconds. */
const PATIENCE = 10;

/**
 * As few rows as are found: by a search from rows that were built one by one, and by one from those of a construction
 * where that begins with fewer of them.
 */
export function fewestRows(workshop: Workshop): Rows {
  const { targets, partial, least, options } = workshop;
  const { seed = 1, effort = 1, budget = Number.POSITIVE_INFINITY } = options;
  const seconds = secondsFor(targets);
  const told = teller(workshop, seconds);
  const isLong = seconds > Math.min(PATIENCE, budget);
  const constructed = constructedRows(workshop, told, isLong ? 1 : undefined);
  if (constructed !== undefined && constructed.length <= Math.max(least, targets.problem.keep.length))
    return constructed;
  const most = Math.min(effort, ((budget - Math.min(seconds, PATIENCE)) * LOOKS_IN_A_SECOND) / MOST_WORK);
  if (constructed !== undefined && isLong)
    return searched(workshop, told, new Random(seed), Math.max(0, most), constructed);
  const random = new Random(seed);
  const built = new Greedy(targets, partial, random, told).rows();
  const found = searched(workshop, told, random, most, built);
  if (constructed === undefined || constructed.length >= built.length || found.length <= least) return found;
  const other = searched(workshop, told, new Random(seed), most / 2, constructed);
  return other.length < found.length ? other : found;
}

const secondsFor = (targets: Targets): number => Greedy.workFor(targets) / LOOKS_IN_A_SECOND;

/**
 * Tells what rows will cost before anything long begins.
 * @throws CoveringError where building them takes more than the budget.
 */
export function tellCost(targets: Targets, { budget = Number.POSITIVE_INFINITY, onProgress }: CoveringOptions): void {
  const seconds = secondsFor(targets);
  onProgress?.({ rows: 0, covered: 0, feasible: targets.wantedCount, seconds });
  if (seconds > budget && seedsFor(targets, 1).next().done === true) throw tooCostly(seconds, budget);
}

const tooCostly = (seconds: number, budget: number): CoveringError =>
  new CoveringError(
    `the rows take about ${Math.ceil(seconds)} s of work to be built, more than the budget of ${budget} s`,
    { next: 'Raise the budget, lower the strength, or give the higher strength to fewer factors.' },
  );

type Tell = (rows: number, covered: number) => void;

const teller = ({ targets, options: { onProgress } }: Workshop, seconds: number): Tell => {
  const { wantedCount: feasible } = targets;
  return (rows, covered) => onProgress?.({ rows, covered, feasible, seconds });
};

/**
 * The fewest rows that a construction leads to; `undefined` where none fits the model.
 * @param share how many of the columns it has at least: what it leaves takes as long as if there were none
 */
function constructedRows(
  { targets, partial, options: { seed = 1 } }: Workshop,
  told: Tell,
  share: number | undefined,
): Rows | undefined {
  let best: Rows | undefined;
  for (const parts of seedsFor(targets, share)) {
    const rows = new Greedy(targets, partial, new Random(seed), told).rowsFrom(parts);
    if (best === undefined || rows.length < best.length) best = rows;
  }
  return best;
}

function searched({ targets, partial, least }: Workshop, told: Tell, random: Random, effort: number, rows: Rows): Rows {
  if (effort <= 0 || !Search.isPossible(targets, rows.length)) return rows;
  const onFewer = (count: number): void => told(count, targets.wantedCount);
  const options = { rows, kept: targets.problem.keep.length, least, effort, onFewer };
  return new Search(targets, partial, random, options).rows();
}
