import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coveringArray, type Model, verifyRows } from '../../../src/covering';

const folder = join(__dirname, 'fixtures');
const models = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name): Model & { name: string } => JSON.parse(readFileSync(join(folder, name), 'utf8')));

const small: Model = {
  factors: [
    { name: 'a', levels: ['a0', 'a1'] },
    { name: 'b', levels: ['b0', 'b1', 'b2'] },
    { name: 'c', levels: ['c0', 'c1'] },
  ],
};

describe('coveringArray', () => {
  it.each(models)('covers all pairs of $name, and nothing that is forbidden', (model) => {
    const array = coveringArray(model, { effort: 0 });
    expect(array.covered).toBe(array.feasible);
    for (const row of array.rows) {
      for (const terms of model.forbidden ?? []) {
        const holds = terms.every(([factor, levels]) => levels.includes(row[factor as number] as number));
        expect(holds).toBe(false);
      }
    }
  });

  it('keeps the kept rows first, in their order, filled in where they are open', () => {
    const keep = [
      [1, 2, 1],
      [1, 2, 0],
      [-1, 0],
    ];
    const { rows } = coveringArray({ ...small, keep });
    expect(rows.slice(0, 2)).toEqual(keep.slice(0, 2));
    expect(rows[2]?.[1]).toBe(0);
    expect(rows[2]).not.toContain(-1);
  });

  it('covers each invalid level in a row of its own', () => {
    const factors = [...small.factors, { name: 'd', levels: ['d0', { name: 'bad', invalid: true }] }];
    const model: Model = {
      factors,
      negativeStrength: 2,
      forbidden: [
        [
          ['a', ['a1']],
          ['d', ['bad']],
        ],
      ],
    };
    const { rows, goals } = coveringArray(model);
    expect(goals.at(-1)).toMatchObject({ on: 'negative', covered: 6, feasible: 6, infeasible: 1 });
    expect(rows.filter((row) => row[3] === 1).length).toBe(3);
  });

  it('covers a union of goals: pairs of classes, and each level once', () => {
    const factors = small.factors.map(({ name }) => ({
      name,
      levels: ['absent', ...['x', 'y', 'z'].map((level) => ({ name: level, class: 'present' }))],
    }));
    const { rows } = coveringArray({ factors, goals: [{ strength: 2, on: 'class' }, { strength: 1 }] });
    expect(rows.length).toBeLessThanOrEqual(6);
  });

  it('gives the same rows at every run', () => {
    expect(coveringArray(small).rows).toEqual(coveringArray(small).rows);
  });

  it.each<[string, Partial<Model>, string]>([
    ['no factor', { factors: [] }, 'the model has no factor'],
    ['an empty factor', { factors: [{ name: 'a', levels: [] }] }, 'the factor a has no level'],
    ['a factor twice', { factors: [...small.factors, ...small.factors] }, 'the model has two factors named "a"'],
    ['a level twice', { factors: [{ name: 'a', levels: ['x', 'x'] }] }, 'the factor a has two levels named "x"'],
    ['only invalid levels', { factors: [{ name: 'a', levels: [{ name: 'x', invalid: true }] }] }, 'no valid level'],
    ['a strength above the factors', { goals: [{ strength: 4 }] }, 'strength 4 is more than the number of factors, 3'],
    ['a strength of none', { goals: [{ strength: 0 }] }, 'a strength must be a whole number from 1, not 0'],
    ['an unknown factor', { forbidden: [[['e', ['x']]]] }, 'constraint 1 names an unknown factor, "e"'],
    ['an unknown level', { forbidden: [[['a', ['x']]]] }, 'constraint 1 names an unknown level of a, "x"'],
    ['a factor twice in a goal', { goals: [{ factors: ['a', 0], strength: 1 }] }, 'goal 1 names a factor twice'],
    ['no possible row', { forbidden: [[['a', [0, 1]]]] }, 'no row can satisfy all constraints'],
    ['an empty conjunction', { forbidden: [[]] }, 'no row can satisfy all constraints'],
    ['a kept row too long', { keep: [[0, 0, 0, 0]] }, 'kept row 1 has more levels than factors'],
    ['a kept level that is not there', { keep: [[0, 7, 0]] }, 'kept row 1 has no level 7 of b'],
    ['a kept row that is forbidden', { forbidden: [[['a', [0]]]], keep: [[1], [0]] }, 'kept row 2 breaks a constraint'],
  ])('refuses %s', (_, change, message) => {
    expect(() => coveringArray({ ...small, ...change })).toThrow(message);
  });
});

describe('a goal too large', () => {
  it('is refused before anything is listed', () => {
    const factors = Array.from({ length: 40 }, (_, index) => ({ name: `f${index}`, levels: ['x', 'y'] }));
    expect(() => coveringArray({ factors, goals: [{ strength: 20 }] })).toThrow(
      'combinations of 20 of 40 factors are more than can be covered',
    );
  });
});

describe('verifyRows', () => {
  it('names what is missing', () => {
    const { rows } = coveringArray(small);
    const { covered, feasible, goals } = verifyRows(small, rows.slice(1));
    expect(covered).toBeLessThan(feasible);
    expect(goals[0]?.missing.length).toBe(feasible - covered);
    expect(goals[0]?.missing[0]?.factors).toEqual(['a', 'b']);
  });

  it('counts what a row with unknown levels shows, and nothing of a row that is forbidden', () => {
    const model: Model = {
      ...small,
      forbidden: [
        [
          ['a', [0]],
          ['b', [0]],
        ],
      ],
    };
    expect(verifyRows(model, [[1, 1, -1]])).toMatchObject({ covered: 1, feasible: 15, infeasible: 1, invalidRows: [] });
    expect(verifyRows(model, [[0, 0, 1]])).toMatchObject({ covered: 0, invalidRows: [0] });
  });
});
