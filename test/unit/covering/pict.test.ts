import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CoveringError,
  coveringArray,
  type Model,
  readPict,
  readPictRows,
  verifyRows,
  writePict,
  writePictRows,
} from '../../../src/covering';

const fixture = (name: string): string => readFileSync(join(__dirname, 'fixtures/pict', name), 'utf8');

/** Models, and the rows that PICT 3.7.4 itself made of them (fixtures/pict/README.md). */
const MADE_BY_PICT: readonly (readonly [model: string, strength: number, rows: string])[] = [
  ['volumes', 2, 'volumes'],
  ['volumes', 3, 'volumes-3'],
  ['machines', 2, 'machines'],
  ['negative', 2, 'negative'],
  ['bundles', 2, 'bundles'],
  ['not-applicable', 2, 'not-applicable'],
];

describe('readPict', () => {
  it.each(MADE_BY_PICT)('reads of %s at strength %i what PICT reads', (name, strength, rows) => {
    const model = readPict(fixture(`${name}.txt`), { strength }).model;
    const made = readPictRows(model, fixture(`${rows}.rows.txt`));
    expect(made.unknown).toEqual([]);
    const { covered, feasible, infeasible, invalidRows } = verifyRows(model, made.rows);
    expect({ covered, invalidRows }).toEqual({ covered: feasible, invalidRows: [] });
    expect(feasible + infeasible).toBeGreaterThan(20);
  });

  it.each(MADE_BY_PICT)('leads to no more rows than PICT makes of %s at strength %i', (name, strength, rows) => {
    const model = readPict(fixture(`${name}.txt`), { strength }).model;
    const made = readPictRows(model, fixture(`${rows}.rows.txt`)).rows;
    expect(coveringArray(model, { effort: 0.2 }).rows.length).toBeLessThanOrEqual(made.length);
  });

  const holds = (text: string, ...names: string[]): boolean => {
    const { model } = readPict(`A: 1, 2, 10\nB: x, y, z\n${text}`);
    const row = model.factors.map(({ levels }, factor) => levels.indexOf(names[factor] ?? ''));
    return verifyRows(model, [row]).invalidRows.length === 0;
  };

  it.each<[string, [string, string][]]>([
    ['[A] = 1;', [['1', 'x']]],
    [
      'IF [A] > 2 THEN [B] = "X";',
      [
        ['1', 'y'],
        ['2', 'z'],
        ['10', 'x'],
      ],
    ],
    [
      '( NOT [A] = 1 AND [B] = "x" );',
      [
        ['2', 'x'],
        ['10', 'x'],
      ],
    ],
    [
      '[B] = "x" OR [A] = 1 AND [B] = "y";',
      [
        ['2', 'x'],
        ['1', 'y'],
      ],
    ],
    [
      '[B] LIKE "?" AND [A] IN {2, 10};',
      [
        ['2', 'x'],
        ['10', 'z'],
      ],
    ],
    [
      'IF [A] = 1 THEN [B] = "x" ELSE [B] <> "x";',
      [
        ['1', 'x'],
        ['2', 'y'],
        ['10', 'z'],
      ],
    ],
  ])('reads %s', (text, allowed) => {
    const all = ['1', '2', '10'].flatMap((a) => ['x', 'y', 'z'].map((b): [string, string] => [a, b]));
    for (const row of allowed) expect([row, holds(text, ...row)]).toEqual([row, true]);
    const excluded = all.filter((row) => !holds(text, ...row));
    expect(excluded.some((row) => allowed.some((other) => other.join() === row.join()))).toBe(false);
    expect(excluded).not.toEqual([]);
  });

  it.each([
    ['', 'the text has no parameter'],
    ['A: 1, 2\nwhatever', 'line 2, column 9: a parameter needs a value'],
    ['A: 1, 2\n a: 3', 'line 2, column 2: a is defined a second time'],
    ['A: ~1, ~2', 'line 1, column 1: A has no valid value'],
    ['A: 1, 2\n[A] = "1";', 'line 2, column 1: [A] is compared with "1": one is a number, the other is not'],
    ['A: x\n[A] IN {"x", 2};', 'line 2, column 1: [A] is compared with 2: one is a number, the other is not'],
    ['A: 1, 2\n[A] LIKE "1*";', 'line 2, column 1: [A] is compared by LIKE, which takes texts alone'],
    ['A: 1, 2\nB: x\n[A] = [B];', 'line 3, column 1: [A] is compared with [B]: one is a number, the other is not'],
    ['A: 1, 2\nIF [A] = 1 THEN [A] = [a];', 'line 2, column 17: [A] is compared with itself'],
    ['A: 1, 2\n[A] = 1', 'line 2, column 8: the constraints end where AND, OR or ; should stand'],
    [
      'A: 1, 2\nIF [A] = 1\nTHAN [A] = 2;',
      'line 3, column 1: "THAN [A] = 2;" stands where AND, OR or THEN should stand',
    ],
    ['A: 1, 2\nIF [A] = 1 [A] = 2;', 'line 2, column 12: "[A] = 2;" stands where AND, OR or THEN should stand'],
    ['A: 1, 2\n[A] NOT = 2;', 'line 2, column 9: "= 2;" stands where IN or LIKE should stand'],
    ['A: 1, 2\n([A] = 2;', 'line 2, column 9: ";" stands where AND, OR or ) should stand'],
    ['A: x, y\n[A] = "x;', 'line 2, column 8: what begins here is never closed'],
    ['A: x, y\n[A] = "x\\n";', 'line 2, column 9: the backslash stands before "n"'],
    ['A: x, y\nIF IsNegative[A] THEN [A] = "x";', 'line 2, column 14: "[A] THEN [A] = \\"x\\";" stands where ( should'],
    ['A: 1, 2\n{ A } @ 2', 'line 2, column 6: combinations of 2 are more than the 1 parameters here'],
    ['A: 1, 2\n{ A } @ x', 'line 2, column 7: "@ x" is no strength of a sub-model'],
    ['A: 1, 2\n{ A }\nB: 1, 2', 'line 3, column 1: a sub-model should stand here'],
  ])('refuses %j, and says where and what to do', (text, message) => {
    const refusal = thrownBy(() => readPict(text));
    expect(refusal.message).toContain(message);
    expect(refusal.next).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['A: 1, 2\n\n# comment\n  [B] = 1;', 'line 4, column 3: the constraint names an unknown parameter, [B]'],
    ['A: 1, 2\nB: 1, 2\n{ A, C } @ 2', 'line 3, column 1: the sub-model names an unknown parameter, C'],
  ])('passes over in %j what PICT passes over, and says so', (text, warning) => {
    const { model, warnings } = readPict(text);
    expect(warnings).toEqual([expect.stringContaining(warning)]);
    expect([model.forbidden, model.subModels]).toEqual([[], undefined]);
  });
});

function thrownBy(act: () => unknown): CoveringError {
  try {
    act();
  } catch (error) {
    if (error instanceof CoveringError) return error;
  }
  throw new Error('nothing was refused');
}

describe('writePict', () => {
  const model: Model = {
    name: 'lamp',
    factors: [
      { name: 'power', levels: ['on', 'off'] },
      { name: 'watts', levels: ['5', '10', { name: '-1', invalid: true }] },
      { name: 'colour', levels: ['red', 'green', 'blue'] },
    ],
    forbidden: [
      [
        ['power', ['off']],
        ['colour', ['red', 'green']],
      ],
      [
        ['watts', ['10']],
        ['colour', ['blue']],
        ['power', [0]],
      ],
    ],
  };

  it('writes what people write', () => {
    expect(writePict(model)).toBe(
      [
        '# lamp',
        '# Combinations of 2: pict <file> /o:2',
        '',
        'power: on, off',
        'watts: 5, 10, ~-1',
        'colour: red, green, blue',
        '',
        'IF [power] = "off" THEN NOT [colour] IN {"red", "green"};',
        'IF [power] = "on" AND [watts] = 10 THEN NOT [colour] = "blue";',
        '',
      ].join('\n'),
    );
  });

  it.each<[string, Partial<Model>, string]>([
    ['a comma in a level', { factors: [{ name: 'a', levels: ['x, y'] }] }, 'cannot hold the value "x, y"'],
    ['a colon in a name', { factors: [{ name: 'a:b', levels: ['x'] }] }, 'cannot hold the name "a:b"'],
    [
      'levels that differ by case',
      { factors: [{ name: 'a', levels: ['X', 'x'] }] },
      'does not tell the values named "x" apart',
    ],
    [
      'goals that are no strengths of factors',
      {
        goals: [
          { strength: 2, factors: [0, 1] },
          { strength: 2, factors: [1, 2] },
        ],
      },
      'cannot hold these goals',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() => writePict({ ...model, forbidden: [], ...change })).toThrow(message);
  });
});

describe('rows as text', () => {
  const model: Model = {
    factors: [
      { name: 'a', levels: ['x', { name: 'y', invalid: true }] },
      { name: 'b', levels: ['', 'z'] },
    ],
  };

  it('are read as they were written', () => {
    const text = writePictRows(model, [
      [0, 1],
      [1, 1],
    ]);
    expect(text).toBe('a\tb\nx\tz\n~y\tz\n');
    expect(readPictRows(model, text).rows).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('are open where the model has changed', () => {
    expect(readPictRows(model, 'b\tgone\tc\nz\tx\t1\nold\t\t')).toEqual({
      rows: [
        [-1, 1],
        [-1, -1],
      ],
      unknown: ['gone', 'c', 'b old'],
    });
  });
});
