import type { FixedValue, JsonValue, Operation } from '../../contract';
import type { Goal, Model, Row } from '../../covering';
import { type ClassesOfBody, classifierOf } from '../classify';
import type { Bench } from '../draft';
import { type Composer, composerOf } from '../factors/compose-row';
import type { Carries, Clause, FactorModel } from '../factors/factor';
import { factorModelOf } from '../factors/factor-model';
import type { KeptRows } from '../kept-rows';

/** What rows are to cover, and what they may hold. */
export interface PlanOptions {
  /** All combinations of the coarse classes of so many sites; 2 where it is not given. */
  readonly strength?: number | undefined;
  /** How much work goes into fewer rows, as a multiple of the usual; 0 for none. */
  readonly effort?: number | undefined;
  /** Why values cannot be used, as those that no pact can carry. */
  readonly carries?: Carries | undefined;
  /** Sites that hold one value. */
  readonly fixed?: readonly FixedValue[] | undefined;
  /** Classes that only the text shows are rows too. */
  readonly spellings?: boolean | undefined;
  /** Rows that come first and stay. */
  readonly keep?: KeptRows | undefined;
}

/** How an answer varies, and how to make what it varies to. */
export interface Variation {
  readonly model: FactorModel;
  readonly composer: Composer;
  readonly classify: (body: JsonValue) => ClassesOfBody;
}

/** How the answer of a bench varies. */
export function variationOf(bench: Bench, operation: Operation, options: PlanOptions): Variation {
  const { carries, fixed, spellings } = options;
  const classify = classifierOf(bench.table);
  const model = factorModelOf(bench.table, { rules: bench.rules, operation, carries, fixed, spellings });
  const ofFactors = classifierOf(
    bench.table,
    model.factors.map(({ site }) => site.pointer),
  );
  return { model, classify, composer: composerOf(bench.table, model, bench.rules, ofFactors) };
}

/** What to cover: all combinations of the coarse classes of so many sites, and each class once. */
export interface Aim {
  readonly strength: number;
  /** How much work goes into fewer rows, as a multiple of the usual; 0 for none. */
  readonly effort?: number | undefined;
}

function goalsOf({ factors }: FactorModel, { strength }: Aim): Goal[] {
  const paired = factors.flatMap(({ isPaired }, index) => (isPaired ? [index] : []));
  const combined: Goal = { factors: paired, strength: Math.min(strength, paired.length), on: 'class' };
  const once: Goal = { strength: 1, on: 'level' };
  return paired.length === 0 ? [once] : [combined, once];
}

/** A factor model as the covering engine takes it. */
export const coveringModelOf = (
  model: FactorModel,
  aim: Aim,
  clauses: readonly Clause[] = model.clauses,
  keep: readonly Row[] = [],
): Model => ({
  factors: model.factors.map(({ site, levels }) => ({
    name: site.pointer,
    levels: levels.map(({ name, coarse }) => ({ name, class: coarse })),
  })),
  forbidden: clauses.map(({ terms }) => terms),
  goals: goalsOf(model, aim),
  keep,
});
