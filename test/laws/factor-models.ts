import fc from 'fast-check';
import type { Forbidden, Goal, Level, Model } from '../../src/covering';

/** Factors of one to five levels, some in coarse classes, some invalid. */
const factors = fc
  .array(
    fc.array(
      fc.record({ coarse: fc.constantFrom('a', 'b', undefined), invalid: fc.nat(7).map((draw) => draw === 0) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map((levels, factor) => ({
      name: `f${factor}`,
      levels: levels.map(
        ({ coarse, invalid }, level): Level => ({
          name: `l${level}`,
          ...(coarse === undefined ? {} : { class: coarse }),
          invalid: invalid && level > 0,
        }),
      ),
    })),
  );

/** Conjunctions of level sets, by what was drawn for them: some name a factor twice, or nothing at all of it. */
const forbiddenOf = (model: Pick<Model, 'factors'>, draws: readonly (readonly number[])[]): Forbidden[] =>
  draws.map((draw) =>
    draw.map((number) => {
      const factor = number % model.factors.length;
      const { levels } = model.factors[factor] as Model['factors'][number];
      const chosen = levels.flatMap((_, level) => ((number >> (level + 3)) % 2 === 1 ? [level] : []));
      return [factor, chosen] as const;
    }),
  );

function goalsOf(count: number, draws: readonly { number: number; strength: number; on: Goal['on'] }[]): Goal[] {
  return draws.map(({ number, strength, on }) => {
    const some = Array.from({ length: count }, (_, factor) => factor).filter((factor) => (number >> factor) % 2 === 1);
    const chosen = some.length === 0 ? [0] : some;
    return { factors: chosen, strength: Math.min(strength, chosen.length), on: on ?? 'level' };
  });
}

/** Any factor model that is small enough for every row of it to be looked at. */
export const factorModels: fc.Arbitrary<Model> = fc
  .record({
    factors,
    clauses: fc.array(fc.array(fc.nat(255), { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
    goals: fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 31 }),
        strength: fc.integer({ min: 1, max: 4 }),
        on: fc.constantFrom('level' as const, 'class' as const),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    negativeStrength: fc.integer({ min: 1, max: 2 }),
  })
  .map((drawn) => ({
    factors: drawn.factors,
    forbidden: forbiddenOf(drawn, drawn.clauses),
    goals: goalsOf(drawn.factors.length, drawn.goals),
    negativeStrength: Math.min(drawn.negativeStrength, drawn.factors.length),
  }));
