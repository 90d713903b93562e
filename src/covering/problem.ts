import { TooManyCombinations } from './covering-error';
import type { ResolvedGoal, ResolvedModel, Term } from './resolved-model';
import { subsetCount, subsets } from './subsets';

/** A factor seen by its levels or by its classes. */
export interface Column {
  readonly factor: number;
  /** By level, the symbol that it shows. */
  readonly symbols: Int32Array;
  /** How many symbols there are. */
  readonly size: number;
}

/** A kept row in a problem's numbering, -1 where it leaves the level free, and its place in the model's list. */
export interface KeptRow {
  readonly index: number;
  readonly row: readonly number[];
}

/**
 * What the constructor works on: a model in which no level is invalid. Levels are numbered anew, since a problem
 * holds only the levels that its rows may take.
 */
export interface Problem {
  /** By factor, the model's index of each level. */
  readonly levels: readonly (readonly number[])[];
  readonly forbidden: readonly (readonly Term[])[];
  readonly columns: readonly Column[];
  /** Sets of columns: every feasible combination of their symbols is to be covered. */
  readonly blocks: readonly (readonly number[])[];
  /** The kept rows that belong here. */
  readonly keep: readonly KeptRow[];
  /** Whether it is that of a factor's invalid levels. */
  readonly isNegative: boolean;
}

/**
 * The problems whose arrays together are the array of the model: one for the goals, over valid levels alone, and one
 * for each factor with invalid levels. A row with an invalid level cannot prove anything about valid ones.
 */
export function problemsOf(model: ResolvedModel): Problem[] {
  const valid = model.factors.map(({ levels }) => levels.flatMap(({ invalid }, level) => (invalid ? [] : [level])));
  const positive = problemOf(model, valid, (builder) => addGoals(builder, model));
  const negative = model.factors.flatMap((factor, index) => {
    const invalid = factor.levels.flatMap((level, at) => (level.invalid ? [at] : []));
    const goals = model.negativeGoals.filter(({ factors }) => factors.includes(index));
    if (invalid.length === 0 || goals.length === 0) return [];
    const levels = valid.map((set, other) => (other === index ? invalid : set));
    return problemOf(model, levels, (builder) => addNegativeGoals(builder, goals, index));
  });
  return [positive, ...negative];
}

const ascending = (left: number, right: number): number => left - right;

function problemOf(model: ResolvedModel, levels: number[][], fill: (builder: Blocks) => void): Problem {
  const builder = new Blocks(model, levels);
  fill(builder);
  const renumber = (factor: number, set: readonly number[]): number[] =>
    (levels[factor] ?? []).flatMap((level, at) => (set.includes(level) ? [at] : []));
  const forbidden = model.forbidden.map((terms) =>
    terms.map((term) => ({ factor: term.factor, levels: renumber(term.factor, term.levels) })),
  );
  const negative = levels.findIndex((set, factor) => set.every((level) => isInvalid(model, factor, level)));
  return {
    levels,
    forbidden: forbidden.filter((terms) => terms.every((term) => term.levels.length > 0)),
    columns: builder.columns,
    blocks: builder.blocks,
    keep: keptRows(model, levels, negative),
    isNegative: negative >= 0,
  };
}

/** The kept rows whose levels, as far as they are known, are this problem's; unknown ones stand for valid levels. */
function keptRows(model: ResolvedModel, levels: readonly (readonly number[])[], negative: number): KeptRow[] {
  return model.keep.flatMap((known, index) => {
    const row = known.map((level, factor) => (level < 0 ? -1 : indexIn(levels[factor], level)));
    const belongs = row.every((level, factor) => level >= 0 || (known[factor] === -1 && factor !== negative));
    return belongs ? [{ index, row }] : [];
  });
}

const indexIn = (levels: readonly number[] | undefined, level: number): number => levels?.indexOf(level) ?? -1;

const isInvalid = (model: ResolvedModel, factor: number, level: number): boolean =>
  model.factors[factor]?.levels[level]?.invalid === true;

/** More sets of factors than that are not even listed. */
const MOST_SETS = 5_000_000;

/** @throws TooManyCombinations where a goal is too large to be listed. */
function demandListable({ factors, strength }: ResolvedGoal): void {
  // Of each set, those within it are looked up too.
  if (subsetCount(factors.length, strength) <= MOST_SETS && 2 ** strength <= MOST_SETS) return;
  throw new TooManyCombinations(`combinations of ${strength} of ${factors.length} factors`);
}

/** The largest first, so that a goal that another one includes adds nothing. */
const largestFirst = (goals: readonly ResolvedGoal[]): ResolvedGoal[] =>
  goals.toSorted(
    (left, right) => right.strength - left.strength || (left.on === right.on ? 0 : left.on === 'level' ? -1 : 1),
  );

/** The strength of the smallest goal that another one may include; each its own where there is one alone. */
const smallestOf = (goals: readonly ResolvedGoal[]): number => Math.min(...goals.map(({ strength }) => strength));

function addGoals(builder: Blocks, { goals }: ResolvedModel): void {
  const smallest = smallestOf(goals);
  for (const goal of largestFirst(goals)) {
    demandListable(goal);
    for (const factors of subsets(goal.factors, goal.strength)) {
      builder.add(factors, goal.on, goals.length > 1 ? smallest : goal.strength);
    }
  }
}

/** Of each goal, the sets of factors with the one whose invalid levels are covered. */
function addNegativeGoals(builder: Blocks, goals: readonly ResolvedGoal[], index: number): void {
  const smallest = smallestOf(goals);
  for (const { factors, strength } of largestFirst(goals)) {
    const others = factors.filter((factor) => factor !== index);
    for (const rest of subsets(others, strength - 1))
      builder.add([...rest, index].sort(ascending), 'level', goals.length > 1 ? smallest : strength);
  }
}

/** Collects sets of columns, and leaves out those that others include. */
class Blocks {
  readonly columns: Column[] = [];
  readonly blocks: number[][] = [];
  private readonly seen = new Set<string>();
  private readonly ids: { level: number[]; class: number[] };

  constructor(model: ResolvedModel, levels: readonly (readonly number[])[]) {
    this.ids = { level: [], class: [] };
    levels.forEach((set, factor) => {
      const classes = set.map((level) => model.factors[factor]?.levels[level]?.class ?? 0);
      const distinct = [...new Set(classes)];
      this.ids.level.push(this.columns.length);
      this.columns.push({ factor, symbols: Int32Array.from(set, (_, at) => at), size: set.length });
      if (distinct.length === set.length) {
        this.ids.class.push(this.columns.length - 1);
        return;
      }
      this.ids.class.push(this.columns.length);
      const symbols = Int32Array.from(classes, (name) => distinct.indexOf(name));
      this.columns.push({ factor, symbols, size: distinct.length });
    });
  }

  /** Smaller goals to come, down to `smallest` factors, are included where they lie within these factors. */
  add(factors: readonly number[], on: 'level' | 'class', smallest = factors.length): void {
    const columns = this.columnsOf(factors, on);
    if (this.seen.has(columns.join())) return;
    this.blocks.push(columns);
    for (let size = smallest; size <= factors.length; size++) {
      for (const within of subsets(factors, size)) {
        this.seen.add(this.columnsOf(within, on).join());
        this.seen.add(this.columnsOf(within, 'class').join());
      }
    }
  }

  private columnsOf(factors: readonly number[], on: 'level' | 'class'): number[] {
    return factors.map((factor) => this.ids[on][factor] ?? 0);
  }
}
