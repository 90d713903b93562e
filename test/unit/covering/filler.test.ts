import { coveringArray, Filler, type Model } from '../../../src/covering';

const model: Model = {
  factors: [
    { name: 'shape', levels: ['none', 'round', 'square'] },
    { name: 'radius', levels: ['small', 'large', 'absent'] },
    { name: 'side', levels: ['short', 'long', 'absent'] },
    { name: 'color', levels: ['red', 'blue'] },
  ],
  forbidden: [
    [
      ['shape', ['none', 'square']],
      ['radius', ['small', 'large']],
    ],
    [
      ['shape', ['none', 'round']],
      ['side', ['short', 'long']],
    ],
  ],
};

const keepsAll = (row: readonly number[]): boolean =>
  (row[1] === 2 || row[0] === 1) && (row[2] === 2 || row[0] === 2) && !row.includes(-1);

describe('a part of a row', () => {
  it('is filled in so that no constraint is broken, also after many others', () => {
    const filler = new Filler(model);
    for (let seed = 1; seed <= 200; seed += 1) {
      const part = [-1, seed % 3, -1, seed % 2];
      const row = filler.fill(part, seed);
      expect(row).toEqual(new Filler(model).fill(part, seed));
      expect([row?.[1], row?.[3], keepsAll(row ?? [])]).toEqual([part[1], part[3], true]);
    }
  });

  it('is filled in as a kept row of an array is', () => {
    const keep = [[-1, 1, -1, 0]];
    const goals = [{ strength: 1, factors: [0] }];
    for (const seed of [1, 2, 3])
      expect(new Filler(model).fill(keep[0] as number[], seed)).toEqual(
        coveringArray({ ...model, goals, keep }, { seed, effort: 0 }).rows[0],
      );
  });

  it('gives no row where the constraints allow none', () => {
    const filler = new Filler(model);
    expect(filler.fill([0, 1])).toBeUndefined();
    expect(filler.fill([-1, 0, 0])).toBeUndefined();
    expect(filler.fill([-1, 0])).toBeDefined();
    expect(new Filler({ ...model, forbidden: [[['shape', ['none', 'round', 'square']]]] }).fill([])).toBeUndefined();
  });
});
