import type { Goal, Model, Row } from '../../covering';
import type { Clause, FactorModel } from './factor';

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
