import type { Model, Row } from './model';
import { resolveModel } from './resolve';
import type { ResolvedFactor, ResolvedGoal, ResolvedModel } from './resolved-model';
import { aloneGoals, unitModelOf, waysIn } from './sub-models/units';
import { VerifierConstraints } from './verify-constraints';

/** A combination that a goal asks for: factors by name, each with the name of its level or class. */
export interface Tuple {
  readonly factors: readonly string[];
  readonly values: readonly string[];
}

/** What rows cover of one goal. */
export interface GoalCoverage {
  /** `negative` for the invalid levels. */
  readonly on: 'level' | 'class' | 'negative';
  readonly strength: number;
  readonly covered: number;
  readonly feasible: number;
  readonly infeasible: number;
  /** Feasible and not covered; at most as many as were asked for. */
  readonly missing: readonly Tuple[];
}

/** What rows cover of a model. The counts are sums over the goals. */
export interface Verification {
  readonly goals: readonly GoalCoverage[];
  readonly covered: number;
  readonly feasible: number;
  readonly infeasible: number;
  /** Indexes of rows that hold what is forbidden, or more than one invalid level. What they hold is not counted. */
  readonly invalidRows: readonly number[];
}

/** How much of what is missing is listed. */
export interface VerifyOptions {
  /** How many missing tuples to list for each goal; 1000 where it is not given. */
  readonly missingAtMost?: number;
}

/**
 * Counts what rows cover, tuple by tuple. Shares nothing with the constructor but the reading of the model.
 * Rows may be anybody's: -1 stands for a level that is not known, and covers nothing.
 * @throws CoveringError where the model is not one.
 */
export function verifyRows(model: Model, rows: readonly Row[], options: VerifyOptions = {}): Verification {
  const resolved = resolveModel(model);
  const missingAtMost = options.missingAtMost ?? 1000;
  if (resolved.subModels.length === 0) return new Verifier(resolved, rows, missingAtMost).verify();
  return withUnits(resolved, rows, missingAtMost);
}

/** What each sub-model asks for within itself, and then what the ways are combined in that the rows set it in. */
function withUnits(model: ResolvedModel, rows: readonly Row[], missingAtMost: number): Verification {
  const own = model.subModels.map(
    ({ factors, strength, negativeStrength }): ResolvedModel => ({
      ...model,
      goals: [{ factors, strength, on: 'level' }],
      negativeGoals: [{ factors, strength: negativeStrength, on: 'level' }],
    }),
  );
  const alone = { ...model, goals: aloneGoals(model), negativeGoals: [] };
  const within = [...own, alone].map((part) => new Verifier(part, rows, missingAtMost).verify());
  const { invalidRows = [] } = within[0] ?? {};
  const valid = rows.filter((_, index) => !invalidRows.includes(index));
  const units = unitModelOf(model, waysIn(model, valid));
  const across = new Verifier(units.model, valid.map(units.ofRow), missingAtMost).verify();
  return { ...summed([...within, across].flatMap(({ goals }) => goals)), invalidRows };
}

type Counts = Pick<Verification, 'goals' | 'covered' | 'feasible' | 'infeasible'>;

function summed(goals: readonly GoalCoverage[]): Counts {
  const sum = (count: (goal: GoalCoverage) => number): number => goals.reduce((total, goal) => total + count(goal), 0);
  return {
    goals,
    covered: sum(({ covered }) => covered),
    feasible: sum(({ feasible }) => feasible),
    infeasible: sum(({ infeasible }) => infeasible),
  };
}

interface Demand {
  readonly on: GoalCoverage['on'];
  readonly strength: number;
  /** Sets of factors, each with the symbol that every level stands for: -1 where the goal does not count it. */
  readonly sets: Iterable<readonly Axis[]>;
}

interface Observed {
  readonly row: Row;
  readonly isComplete: boolean;
}

/** A factor as a goal sees it. */
interface Axis {
  readonly factor: number;
  readonly symbolOf: readonly number[];
  readonly names: readonly string[];
}

class Verifier {
  private readonly constraints: VerifierConstraints;
  private readonly invalidRows: number[];
  private readonly positive: Observed[] = [];
  private readonly negative: Observed[] = [];

  constructor(
    private readonly model: ResolvedModel,
    rows: readonly Row[],
    private readonly missingAtMost: number,
  ) {
    this.constraints = new VerifierConstraints(model);
    this.invalidRows = rows.flatMap((row, index) => (this.isValid(row) ? [] : [index]));
    const bad = new Set(this.invalidRows);
    rows.forEach((row, index) => {
      if (bad.has(index)) return;
      const observed = { row, isComplete: !row.includes(-1) && row.length === model.factors.length };
      (this.invalidLevels(row) === 0 ? this.positive : this.negative).push(observed);
    });
  }

  verify(): Verification {
    return { ...summed(this.demands().map((demand) => this.measure(demand))), invalidRows: this.invalidRows };
  }

  private isValid(row: Row): boolean {
    const known = row.every((level, factor) => level === -1 || this.model.factors[factor]?.levels[level] !== undefined);
    return known && this.invalidLevels(row) <= 1 && this.constraints.isAllowed(row);
  }

  private invalidLevels(row: Row): number {
    return row.filter((level, factor) => this.model.factors[factor]?.levels[level]?.invalid === true).length;
  }

  private demands(): Demand[] {
    const { factors, goals, negativeGoals } = this.model;
    const demands = goals.map(({ factors: chosen, strength, on }): Demand => {
      const axes = chosen.map((factor) => axisOf(factor, factors[factor] as ResolvedFactor, on));
      return { on, strength, sets: choose(axes, strength) };
    });
    if (!factors.some(({ levels }) => levels.some(({ invalid }) => invalid))) return demands;
    const negative = negativeGoals.map(
      (goal): Demand => ({ on: 'negative', strength: goal.strength, sets: this.negativeSets(goal) }),
    );
    return [...demands, ...negative];
  }

  private *negativeSets({ factors: chosen, strength }: ResolvedGoal): Generator<readonly Axis[]> {
    const { factors } = this.model;
    const axes = chosen.map((factor) => axisOf(factor, factors[factor] as ResolvedFactor, 'level'));
    for (const index of chosen) {
      const factor = factors[index] as ResolvedFactor;
      if (!factor.levels.some(({ invalid }) => invalid)) continue;
      const others = axes.filter((axis) => axis.factor !== index);
      const own = axisOf(index, factor, 'negative');
      for (const rest of choose(others, strength - 1)) yield [...rest, own];
    }
  }

  private measure({ on, strength, sets }: Demand): GoalCoverage {
    const rows = on === 'negative' ? this.negative : this.positive;
    const missing: Tuple[] = [];
    let [covered, infeasible, all] = [0, 0, 0];
    for (const axes of sets) {
      const seen = occurrences(axes, rows);
      all += seen.length;
      for (let tuple = 0; tuple < seen.length; tuple++) {
        if (seen[tuple] === 2) covered++;
        else if (!this.isFeasible(axes, tuple)) infeasible++;
        else if (seen[tuple] === 1) covered++;
        else if (missing.length < this.missingAtMost) missing.push(this.nameTuple(axes, tuple));
      }
    }
    return { on, strength, covered, feasible: all - infeasible, infeasible, missing };
  }

  private isFeasible(axes: readonly Axis[], tuple: number): boolean {
    const symbols = symbolsOf(axes, tuple);
    return this.constraints.isPossible(
      axes.map(({ factor, symbolOf }, at) => ({
        factor,
        levels: symbolOf.flatMap((symbol, level) => (symbol === symbols[at] ? [level] : [])),
      })),
    );
  }

  private nameTuple(axes: readonly Axis[], tuple: number): Tuple {
    const symbols = symbolsOf(axes, tuple);
    return {
      factors: axes.map(({ factor }) => this.model.factors[factor]?.name ?? ''),
      values: axes.map(({ names }, at) => names[symbols[at] as number] ?? ''),
    };
  }
}

/** `negative` sees the invalid levels alone, the others the valid ones alone. */
function axisOf(factor: number, { levels, classes }: ResolvedFactor, on: GoalCoverage['on']): Axis {
  const keys = levels.map((level, index) => {
    if (level.invalid !== (on === 'negative')) return -1;
    return on === 'class' ? level.class : index;
  });
  const distinct = [...new Set(keys.filter((key) => key >= 0))];
  return {
    factor,
    symbolOf: keys.map((key) => distinct.indexOf(key)),
    names: distinct.map((key) => (on === 'class' ? classes[key] : levels[key]?.name) ?? ''),
  };
}

/** Every choice of `count` items, in order. */
function* choose<Item>(items: readonly Item[], count: number, from = 0): Generator<readonly Item[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= items.length - count; at++) {
    const item = items[at] as Item;
    for (const rest of choose(items, count - 1, at + 1)) yield [item, ...rest];
  }
}

/** By tuple: 2 where a complete row holds it, 1 where only rows with unknown levels do, 0 where none does. */
function occurrences(axes: readonly Axis[], rows: readonly Observed[]): Uint8Array {
  const seen = new Uint8Array(axes.reduce((product, { names }) => product * names.length, 1));
  for (const { row, isComplete } of rows) {
    let tuple = 0;
    for (const { factor, symbolOf, names } of axes) {
      const symbol = symbolOf[row[factor] ?? -1] ?? -1;
      tuple = symbol < 0 || tuple < 0 ? -1 : tuple * names.length + symbol;
    }
    if (tuple >= 0 && seen[tuple] !== 2) seen[tuple] = isComplete ? 2 : 1;
  }
  return seen;
}

function symbolsOf(axes: readonly Axis[], tuple: number): number[] {
  const symbols: number[] = [];
  let rest = tuple;
  for (const { names } of axes.toReversed()) {
    symbols.unshift(rest % names.length);
    rest = Math.floor(rest / names.length);
  }
  return symbols;
}
