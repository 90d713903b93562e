import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { coveringArray, type Model } from '../../src/covering';
import { pairBound } from '../../src/covering/bound/pair-bound';
import { enumerated, isValid } from './every-row';
import { factorModels } from './factor-models';
import { canCover } from './fewest-rows';

/** All pairs of factors that mostly have two or three levels, under many constraints: where a bound is hard to find. */
const tightModels: fc.Arbitrary<Model> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 3, maxLength: 5 }),
    pairs: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(2), fc.nat(2)), { maxLength: 8 }),
    strength: fc.integer({ min: 2, max: 3 }),
  })
  .map(({ sizes, pairs, strength }) => ({
    factors: sizes.map((size, factor) => ({
      name: `f${factor}`,
      levels: Array.from({ length: size }, (_, level) => ({ name: `l${level}`, class: level === 0 ? 'no' : 'yes' })),
    })),
    forbidden: pairs
      .map(([one, other, left, right]) => [one % sizes.length, other % sizes.length, left, right] as const)
      .filter(([one, other, left, right]) => one !== other && left < (sizes[one] ?? 0) && right < (sizes[other] ?? 0))
      .map(([one, other, left, right]) => [[one, [left]] as const, [other, [right]] as const]),
    goals: strength === 2 ? [{ strength }] : [{ strength: 2, on: 'class' as const }, { strength: 1 }],
  }));

/** How many of the models' bounds were shown to be no higher than the fewest rows there are. */
function shown(models: fc.Arbitrary<Model>, runs: number): number {
  let count = 0;
  fc.assert(
    fc.property(models, (model) => {
      if (!enumerated(model).rows.some((row) => isValid(model, row))) return;
      const { lowerBound } = coveringArray(model, { effort: 0 });
      const isLess = canCover(model, lowerBound - 1);
      expect(isLess).not.toBe(true);
      if (isLess === false) count += 1;
    }),
    { numRuns: runs, seed: 5 },
  );
  return count;
}

describe('a lower bound', () => {
  it('is never above the fewest rows that any array of a model has', () => {
    expect(shown(factorModels, 80)).toBeGreaterThan(40);
  });

  it('is not either under constraints, which it draws on', () => {
    expect(shown(tightModels, 120)).toBeGreaterThan(60);
  });

  it.each([
    [
      'two levels',
      2,
      [
        [3, 4],
        [4, 5],
        [10, 6],
        [15, 7],
        [35, 8],
        [56, 9],
        [126, 10],
      ],
    ],
    [
      'three levels',
      3,
      [
        [4, 9],
        [5, 11],
        [7, 12],
        [9, 13],
        [10, 14],
        [20, 15],
      ],
    ],
    [
      'four levels',
      4,
      [
        [5, 16],
        [6, 19],
        [7, 21],
      ],
    ],
    [
      'five levels',
      5,
      [
        [6, 25],
        [7, 29],
      ],
    ],
    [
      'six levels',
      6,
      [
        [3, 36],
        [4, 37],
      ],
    ],
  ])('of all pairs of factors with %s is not above what tables say', (_what, levels, known) => {
    for (const [factors = 0, rows] of known) {
      const bound = pairBound(Array.from({ length: factors }, () => levels));
      expect(bound).toBeLessThanOrEqual(rows as number);
      expect(bound).toBeGreaterThanOrEqual(levels ** 2 + (factors > levels + 1 ? 1 : 0));
      // Of two levels it is what the tables say.
      if (levels === 2) expect(bound).toBe(rows);
    }
  });

  it.each<[name: string, strength: number, least: number, most: number]>([
    ['P1', 2, 10, 11],
    ['B1', 2, 15, 15],
    ['B1c', 2, 15, 16],
    ['L1c', 2, 31, 34],
    ['F1c', 2, 196, 226],
    ['P1', 3, 40, 40],
    ['B1c', 3, 45, 58],
  ])('of %s in combinations of %i is at least %i, and not above the %i rows that were found', (...known) => {
    const [name, strength, least, most] = known;
    const file = join(__dirname, '../unit/covering/fixtures', `${name}.json`);
    const model: Model = JSON.parse(readFileSync(file, 'utf8'));
    const { lowerBound } = coveringArray({ ...model, goals: [{ strength }] }, { effort: 0 });
    expect(lowerBound).toBeGreaterThanOrEqual(least);
    expect(lowerBound).toBeLessThanOrEqual(most);
  });

  it.each<[string, Model, number]>([
    [
      'each value of the largest factor with an array of the others',
      { factors: [5, ...Array<number>(20).fill(2)].map(factorOf), goals: [{ strength: 3 }] },
      40,
    ],
    [
      'what a constraint keeps apart: a member that is there only on a condition',
      {
        factors: [2, 5, 4].map(factorOf),
        forbidden: [
          [
            ['f0', ['l0']],
            ['f2', ['l1', 'l2', 'l3']],
          ],
        ],
      },
      21,
    ],
    [
      'what no row can hold together: each flag, where one at most is set',
      { factors: Array<number>(8).fill(2).map(factorOf), forbidden: oneOfFlags(8) },
      8,
    ],
  ])('adds up %s', (_what, model, rows) => {
    expect(coveringArray(model, { effort: 0 }).lowerBound).toBe(rows);
  });
});

function factorOf(size: number, index: number): Model['factors'][number] {
  return { name: `f${index}`, levels: Array.from({ length: size }, (_, level) => `l${level}`) };
}

/** No two of so many flags at their second level. */
function oneOfFlags(count: number): NonNullable<Model['forbidden']> {
  const flags = Array.from({ length: count }, (_, flag) => flag);
  return flags.flatMap((one) =>
    flags.slice(one + 1).map((other) => [[one, ['l1']] as const, [other, ['l1']] as const]),
  );
}
