import { CoveringError } from './covering-error';
import type { Factor, Forbidden, Goal, Level, Model, Reference, Row, SubModel } from './model';
import type {
  ResolvedFactor,
  ResolvedGoal,
  ResolvedLevel,
  ResolvedModel,
  ResolvedSubModel,
  Term,
} from './resolved-model';

/**
 * A model with names as indexes and defaults filled in.
 * @throws CoveringError where a name is unknown or stands twice, a factor is empty, or a strength is impossible.
 */
export function resolveModel(model: Model): ResolvedModel {
  if (model.factors.length === 0) throw new CoveringError('the model has no factor');
  const factors = model.factors.map(resolveFactor);
  requireDistinct(factors, 'factor', 'the model');
  const resolver = new Resolver(factors);
  const goals = (model.goals ?? [{ strength: Math.min(2, factors.length) }]).map((goal, index) =>
    resolver.goal(goal, index),
  );
  const subModels = (model.subModels ?? []).map((subModel, index) =>
    resolver.subModel(subModel, index, model.negativeStrength ?? 1),
  );
  if (subModels.length > 0) requireOneGoal(goals, factors.length, unitsOf(factors.length, subModels).length);
  return {
    factors,
    forbidden: (model.forbidden ?? []).flatMap((forbidden, index) => resolver.forbidden(forbidden, index)),
    goals,
    subModels,
    negativeGoals: negativeGoalsOf(model, factors.length, goals),
    keep: (model.keep ?? []).map((row, index) => resolver.kept(row, index)),
  };
}

/** The level that a text or a level of a model stands for. */
export const levelOf = (level: string | Level): Level => (typeof level === 'string' ? { name: level } : level);

/** The texts that rows show for a level, in turn. */
export const textsOf = ({ name, texts = [] }: Level): readonly string[] => (texts.length === 0 ? [name] : texts);

/** What a model with sub-models combines: each of them, and each factor that is in none. */
export function unitsOf(count: number, subModels: readonly ResolvedSubModel[]): (readonly number[])[] {
  const bundled = new Set(subModels.flatMap(({ factors }) => factors));
  const alone = Array.from({ length: count }, (_, factor) => factor).filter((factor) => !bundled.has(factor));
  return [...subModels.map(({ factors }) => factors), ...alone.map((factor) => [factor])];
}

function requireOneGoal(goals: readonly ResolvedGoal[], count: number, units: number): void {
  const [goal, ...others] = goals;
  if (goal === undefined || others.length > 0 || goal.on === 'class' || goal.factors.length < count) {
    throw new CoveringError('a model with sub-models takes one goal, a strength on levels', {
      next: 'Give each sub-model a strength of its own instead.',
    });
  }
  strengthOf(goal.strength, units, 'the goal, over sub-models and the factors in none of them');
}

function negativeGoalsOf(
  { negativeStrength = 1 }: Model,
  count: number,
  goals: readonly ResolvedGoal[],
): readonly ResolvedGoal[] {
  if (negativeStrength === 'goals') return goals.map((goal) => ({ ...goal, on: 'level' }));
  const strength = strengthOf(negativeStrength, count, 'negativeStrength');
  return [{ factors: Array.from({ length: count }, (_, factor) => factor), strength, on: 'level' }];
}

function resolveFactor(factor: Factor): ResolvedFactor {
  if (factor.levels.length === 0) {
    throw new CoveringError(`the factor ${factor.name} has no level`, { where: factor.name });
  }
  const levels = factor.levels.map(levelOf);
  requireDistinct(levels, 'level', `the factor ${factor.name}`);
  if (levels.every(({ invalid }) => invalid === true)) {
    throw new CoveringError(`the factor ${factor.name} has no valid level`, { where: factor.name });
  }
  const classes = [...new Set(levels.map(classOf))];
  const resolved = levels.map((level): ResolvedLevel => {
    return { name: level.name, class: classes.indexOf(classOf(level)), invalid: level.invalid === true };
  });
  return { name: factor.name, levels: resolved, classes };
}

const classOf = (level: Level): string => level.class ?? level.name;

function requireDistinct(named: readonly { readonly name: string }[], what: string, where: string): void {
  const seen = new Set<string>();
  for (const { name } of named) {
    if (seen.has(name)) throw new CoveringError(`${where} has two ${what}s named ${JSON.stringify(name)}`, { where });
    seen.add(name);
  }
}

function strengthOf(strength: number, most: number, where: string): number {
  if (!Number.isInteger(strength) || strength < 1) {
    throw new CoveringError(`a strength must be a whole number from 1, not ${strength}`, { where });
  }
  if (strength <= most) return strength;
  throw new CoveringError(`strength ${strength} is more than the number of factors, ${most}`, {
    where,
    next: `Ask for at most ${most}.`,
  });
}

const ascending = (left: number, right: number): number => left - right;

/** Looks references up in the factors of one model. */
class Resolver {
  private readonly indexes: ReadonlyMap<string, number>;

  constructor(private readonly factors: readonly ResolvedFactor[]) {
    this.indexes = new Map(factors.map(({ name }, index) => [name, index]));
  }

  /** None where the conjunction can never hold, since it asks for no level of some factor. */
  forbidden(forbidden: Forbidden, index: number): Term[][] {
    const where = `constraint ${index + 1}`;
    const levels = new Map<number, number[]>();
    for (const [reference, references] of forbidden) {
      const factor = this.factor(reference, where);
      const named = references.map((level) => this.level(factor, level, where));
      const before = levels.get(factor);
      const both = before === undefined ? named : before.filter((level) => named.includes(level));
      levels.set(factor, [...new Set(both)].sort(ascending));
    }
    if ([...levels.values()].some((set) => set.length === 0)) return [];
    const factors = [...levels.keys()].sort(ascending);
    return [factors.map((factor) => ({ factor, levels: levels.get(factor) ?? [] }))];
  }

  goal(goal: Goal, index: number): ResolvedGoal {
    const where = `goal ${index + 1}`;
    const references = goal.factors ?? this.factors.map((_, factor) => factor);
    const factors = references.map((reference) => this.factor(reference, where)).sort(ascending);
    if (new Set(factors).size < factors.length) throw new CoveringError(`${where} names a factor twice`, { where });
    return { factors, strength: strengthOf(goal.strength, factors.length, where), on: goal.on ?? 'level' };
  }

  subModel({ factors: references, strength }: SubModel, index: number, negative: number | 'goals'): ResolvedSubModel {
    const where = `sub-model ${index + 1}`;
    const factors = references.map((reference) => this.factor(reference, where)).sort(ascending);
    if (factors.length === 0) throw new CoveringError(`${where} names no factor`, { where });
    if (new Set(factors).size < factors.length) throw new CoveringError(`${where} names a factor twice`, { where });
    const own = strengthOf(strength, factors.length, where);
    return { factors, strength: own, negativeStrength: negative === 'goals' ? own : Math.min(own, negative) };
  }

  kept(row: Row, index: number): number[] {
    const where = `kept row ${index + 1}`;
    if (row.length > this.factors.length) throw new CoveringError(`${where} has more levels than factors`, { where });
    return this.factors.map((factor, position) => {
      const level = row[position] ?? -1;
      if (Number.isInteger(level) && level >= -1 && level < factor.levels.length) return level;
      throw new CoveringError(`${where} has no level ${level} of ${factor.name}`, { where });
    });
  }

  private factor(reference: Reference, where: string): number {
    const index = typeof reference === 'number' ? reference : this.indexes.get(reference);
    if (index !== undefined && this.factors[index] !== undefined) return index;
    throw new CoveringError(`${where} names an unknown factor, ${JSON.stringify(reference)}`, {
      where,
      next: `The factors are ${this.factors.map(({ name }) => name).join(', ')}.`,
    });
  }

  private level(factor: number, reference: Reference, where: string): number {
    const { name, levels } = this.factors[factor] as ResolvedFactor;
    const index = typeof reference === 'number' ? reference : levels.findIndex((level) => level.name === reference);
    if (levels[index] !== undefined) return index;
    throw new CoveringError(`${where} names an unknown level of ${name}, ${JSON.stringify(reference)}`, {
      where,
      next: `Its levels are ${levels.map((level) => level.name).join(', ')}.`,
    });
  }
}
