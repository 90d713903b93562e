import { coveringArray, type Model, suspicionIn, suspicionText, type TriedRow } from '../../../src/covering';

const model: Model = {
  factors: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, levels: ['0', '1', '2'] })),
  goals: [{ strength: 3 }],
};
const { rows } = coveringArray(model, { effort: 0 });

/** The rows of an array, of which those fail that a fault breaks. */
const tried = (breaks: (level: (name: string) => string) => boolean): TriedRow[] =>
  rows.map((row) => {
    const levels = new Map(model.factors.map(({ name }, factor) => [name, [`${row[factor]}`]]));
    return { levels, failed: breaks((name) => levels.get(name)?.[0] ?? '') };
  });

const named = (breaks: (level: (name: string) => string) => boolean): string[][] =>
  suspicionIn(tried(breaks)).suspects.map(({ levels }) => levels.map(({ factor, level }) => factor + level));

describe('suspicionIn', () => {
  it('names the one level that is to blame', () => {
    expect(named((level) => level('c') === '2')).toEqual([['c2']]);
  });

  it('names two levels that are to blame together', () => {
    expect(named((level) => level('a') === '1' && level('d') === '0')).toEqual([['a1', 'd0']]);
  });

  it('names three among others that no row tells apart', () => {
    expect(named((level) => level('a') === '1' && level('c') === '0' && level('e') === '2')).toContainEqual([
      'a1',
      'c0',
      'e2',
    ]);
  });

  it('names what explains most where there are two causes', () => {
    const found = named((level) => level('b') === '1' || (level('a') === '0' && level('c') === '0'));
    expect(found).toEqual([['b1']]);
  });

  it('names nothing where nothing fails, or everything', () => {
    expect(named(() => false)).toEqual([]);
    expect(named(() => true)).toEqual([]);
  });

  it('names no levels that a passing row has too', () => {
    for (const { levels } of suspicionIn(tried((level) => level('a') === level('b'))).suspects) {
      const isIn = ({ levels: own }: TriedRow): boolean =>
        levels.every(({ factor, level }) => [...(own.get(factor) ?? [])].includes(level));
      expect(tried((level) => level('a') === level('b')).filter((row) => isIn(row) && !row.failed)).toEqual([]);
    }
  });

  it('is said in a sentence', () => {
    const failing = tried((level) => level('a') === '1' && level('d') === '0');
    const count = failing.filter(({ failed }) => failed).length;
    expect(suspicionText(suspicionIn(failing))).toBe(
      `a 1 with d 0 (in ${count} of ${count} failing, in none of ${rows.length - count} others)`,
    );
    expect(suspicionText(suspicionIn([]))).toBeUndefined();
  });
});
