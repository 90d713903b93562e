import { coveringArray, type Model, type Row, readPict, verifyRows } from '../../../src/covering';

const costly: Model = {
  factors: ['P', 'Q', 'R'].map((name) => ({ name, levels: ['0', '1', '2'] })).concat({ name: 'S', levels: ['0', '1'] }),
  goals: [{ strength: 2 }],
  subModels: [{ factors: ['P', 'Q', 'R'], strength: 2 }],
};

/** Hardware and software of which each limits the other (after PICT's sample of machines). */
const machines = readPict(`PLATFORM: x86, ia64, amd64
CPUS: 1, 2, 4
RAM: 128MB, 1GB, 4GB, 64GB
HDD: SCSI, IDE
OS: NT4, Win2K, WinXP, Win2K3
IE: 4.0, 5.0, 5.5, 6.0
{ PLATFORM, CPUS, RAM, HDD } @ 2
{ OS, IE } @ 2
IF [PLATFORM] IN {"ia64", "amd64"} THEN [OS] IN {"WinXP", "Win2K3"};
IF [PLATFORM] = "x86" THEN [RAM] <> "64GB";`).model;

/** A switch without which no option is set: every way that covers the options sets some. */
const switched = readPict(`ON: yes, no
A: 0, 1
B: 0, 1
C: 0, 1
{ A, B, C } @ 2
IF [ON] = "no" THEN [A] = 0 AND [B] = 0 AND [C] = 0;`).model;

const waysOf = (rows: readonly Row[], factors: readonly number[]): Set<string> =>
  new Set(rows.map((row) => factors.map((factor) => row[factor]).join()));

describe('a sub-model', () => {
  it('is set in as few ways as can be, and each goes with all of the rest', () => {
    const { rows, lowerBound, subModels } = coveringArray(costly);
    expect(subModels).toEqual([{ factors: ['P', 'Q', 'R'], ways: 9 }]);
    expect([rows.length, lowerBound, waysOf(rows, [0, 1, 2]).size]).toEqual([18, 18, 9]);
  });

  it('takes few rows where constraints reach beyond it', () => {
    const { rows, subModels, lowerBound } = coveringArray(machines);
    expect(subModels.map(({ ways }) => ways)).toEqual([12, 16]);
    expect(rows.length).toBe(120);
    expect(lowerBound).toBeLessThanOrEqual(120);
  });

  it('leaves no value out because of the ways that it is set in', () => {
    const { rows } = coveringArray(switched);
    expect(rows.filter(([on]) => on === 1)).toEqual([[1, 0, 0, 0]]);
    expect(waysOf(rows, [1, 2, 3]).size).toBe(4);
  });

  it('holds an invalid level in rows of its own', () => {
    const { model } = readPict('A: 1, 2, ~9\nB: x, y\nC: k, l, ~m\n{ A, B }');
    const { rows, invalidRows } = coveringArray(model);
    expect(invalidRows).toEqual([]);
    expect(rows.filter(([a]) => a === 2).every(([, , c]) => c !== 2)).toBe(true);
    for (const b of [0, 1]) for (const c of [0, 1]) expect(rows).toContainEqual([2, b, c]);
    expect(rows.filter(([a, , c]) => c === 2 && a !== 2).length).toBeGreaterThanOrEqual(4);
  });

  it('takes the rows of another tool as they are, with their ways', () => {
    const { rows } = coveringArray(costly, { seed: 9 });
    const keep = rows.toReversed();
    expect(coveringArray({ ...costly, keep }, { effort: 0.1 }).rows).toEqual(keep);
    const some = keep.slice(0, 5);
    const again = coveringArray({ ...costly, keep: some }, { effort: 0.1 }).rows;
    expect(again.slice(0, 5)).toEqual(some);
    const partial = coveringArray({ ...costly, keep: [[2, -1, 1, -1]] }, { effort: 0.1 });
    expect([partial.rows[0]?.[0], partial.rows[0]?.[2], partial.subModels[0]?.ways]).toEqual([2, 1, 9]);
  });

  it('is refused where it is none', () => {
    const refused = (change: Partial<Model>) => () => coveringArray({ ...costly, ...change });
    expect(refused({ subModels: [{ factors: ['P', 'X'], strength: 1 }] })).toThrow(
      'sub-model 1 names an unknown factor',
    );
    expect(refused({ subModels: [{ factors: ['P', 'P'], strength: 1 }] })).toThrow('sub-model 1 names a factor twice');
    expect(refused({ subModels: [{ factors: ['P'], strength: 2 }] })).toThrow('strength 2 is more than the number');
    expect(refused({ goals: [{ strength: 3 }] })).toThrow('strength 3 is more than the number of factors, 2');
    expect(refused({ goals: [{ strength: 1, on: 'class' }] })).toThrow('a model with sub-models takes one goal');
  });
});

describe('the counter of a model with sub-models', () => {
  const { rows } = coveringArray(costly);

  it('finds a way that lacks one of the rest, and a combination that no way has', () => {
    const whole = verifyRows(costly, rows);
    expect(whole.covered).toBe(whole.feasible);
    const lacking = verifyRows(costly, rows.slice(1));
    expect(lacking.feasible - lacking.covered).toBe(1);
    const [first = []] = rows;
    const without = rows.filter((row) => row.slice(0, 3).join() !== first.slice(0, 3).join());
    expect(verifyRows(costly, without).goals[0]?.missing.length).toBe(3);
  });

  it('finds a value that no way allows', () => {
    const array = coveringArray(switched).rows.filter(([on]) => on === 0);
    expect(verifyRows(switched, array).goals.flatMap(({ missing }) => missing)).toContainEqual({
      factors: ['ON'],
      values: ['no'],
    });
  });
});

describe('weights', () => {
  it('are kept to where nothing is lost by it', () => {
    const { model } = readPict('A: x (10), y, z\nB: 1, 2, 3, 4, 5, 6, 7, 8\nC: 1, 2, 3, 4, 5, 6, 7, 8\n');
    const count = (array: readonly Row[]): number => array.filter(([a]) => a === 0).length;
    const plain = {
      ...model,
      factors: model.factors.map(({ name, levels }) => ({ name, levels: levels.map((_, at) => `${at}`) })),
    };
    const [heavy, even] = [coveringArray(model), coveringArray(plain)];
    expect(heavy.rows.length).toBe(even.rows.length);
    expect(heavy.covered).toBe(heavy.feasible);
    expect(count(heavy.rows)).toBeGreaterThan(count(even.rows) + 10);
  });
});
