import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
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
    const model = readPict(fixture(`${name}.txt`), strength);
    const made = readPictRows(model, fixture(`${rows}.rows.txt`));
    expect(made.unknown).toEqual([]);
    const { covered, feasible, infeasible, invalidRows } = verifyRows(model, made.rows);
    expect({ covered, invalidRows }).toEqual({ covered: feasible, invalidRows: [] });
    expect(feasible + infeasible).toBeGreaterThan(20);
  });

  it.each(MADE_BY_PICT)('leads to no more rows than PICT makes of %s at strength %i', (name, strength, rows) => {
    const model = readPict(fixture(`${name}.txt`), strength);
    const made = readPictRows(model, fixture(`${rows}.rows.txt`)).rows;
    expect(coveringArray(model, { effort: 0.2 }).rows.length).toBeLessThanOrEqual(made.length);
  });

  const holds = (text: string, ...names: string[]): boolean => {
    const model = readPict(`A: 1, 2, 10\nB: x, y, z\n${text}`);
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
    ['A: 1, 2\nwhatever', 'line 2 is neither a parameter, a sub-model nor a constraint'],
    ['A: 1, 2\na: 3', 'line 2 defines a a second time'],
    ['A: 1, 2\n\n# comment\n[B] = 1;', 'line 4 names an unknown parameter, [B]'],
    ['A: 1, 2\n[A] = "1";', 'line 2 compares [A] with "1": one is a number, the other is not'],
    ['A: 1, 2\nB: x\n[A] = [B];', 'line 3 compares [A] with [B]'],
    ['A: 1, 2\n[A] = 1', 'the constraint that ends on line 2 is not complete'],
    ['A: 1, 2\nIF [A] = 1\nTHAN [A] = 2;', 'line 3 holds "THAN [A] = 2;", which is no constraint'],
    ['A: 1, 2\nIF [A] = 1 [A] = 2;', 'line 2 has "A" where THEN should stand'],
    ['A: 1, 2\n{ A, C } @ 2', 'line 2 names an unknown parameter, C'],
    ['A: 1, 2\n{ A } @ 2', 'line 2 asks for combinations of 2 of 1 parameters'],
  ])('refuses %j, and says where', (text, message) => {
    expect(() => readPict(text)).toThrow(message);
  });
});

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
      'goals of several strengths',
      { goals: [{ strength: 1 }, { strength: 2, factors: [0, 1] }] },
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
