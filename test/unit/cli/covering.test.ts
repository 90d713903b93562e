import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyRows } from '../../../src/covering';
import { runCli } from '../../support/run-cli';

const folder = mkdtempSync(join(tmpdir(), 'covering-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const lamp = {
  name: 'lamp',
  factors: [
    { name: 'power', levels: ['on', 'off'] },
    { name: 'watts', levels: [5, 10, 60] },
    { name: 'colour', levels: ['red', 'green', { name: 'none', invalid: true }] },
  ],
  forbidden: [
    [
      [0, [1]],
      [2, ['green']],
    ],
  ],
};

const json = async (words: readonly string[]): Promise<{ rows: number[][]; covered: number; feasible: number }> => {
  const { exitCode, output } = await runCli(['covering', ...words, '--json']);
  expect(exitCode).toBe(0);
  return JSON.parse(output);
};

describe('pactcheck covering', () => {
  it('prints rows of level indexes, and what they cover', async () => {
    const model = file('lamp.json', lamp);
    const array = await json([model]);
    expect(Object.keys(array)).toEqual(['rows', 'covered', 'feasible', 'lowerBound']);
    expect(array).toMatchObject({ covered: 16, feasible: 16, lowerBound: 8 });
    expect(array.rows.length).toBeLessThanOrEqual(9);
    expect(array.rows.filter(([power, , colour]) => power === 1 && colour === 1)).toEqual([]);
  });

  it('covers combinations of more factors where it is asked to', async () => {
    const three = await json([file('lamp.json', lamp), '--strength', '3']);
    const goals = [{ strength: 3 }];
    const factors = lamp.factors.map(({ name, levels }) => ({
      name,
      levels: levels.map((level) => (typeof level === 'number' ? `${level}` : level)),
    }));
    expect(
      verifyRows(
        {
          factors,
          goals,
          forbidden: [
            [
              [0, [1]],
              [2, ['green']],
            ],
          ],
        },
        three.rows,
      ),
    ).toMatchObject({
      covered: 10,
      feasible: 10,
      invalidRows: [],
    });
  });

  it("takes PICT's text, and prints rows as PICT does", async () => {
    const path = file('lamp.txt', 'power: on, off\nwatts: 5, 10, ~-1\n\n[power] = "on" OR [watts] <> 10;\n');
    const { output } = await runCli(['covering', path, '--quiet']);
    const lines = output.trimEnd().split('\n');
    expect(lines[0]).toBe('power\twatts');
    expect(lines.slice(1).sort()).toEqual(['off\t5', 'off\t~-1', 'on\t10', 'on\t5', 'on\t~-1']);
  });

  it('keeps rows of an earlier call, printed in either way, though the model has grown', async () => {
    const before = await json([file('lamp.json', lamp)]);
    const text = await runCli(['covering', file('lamp.json', lamp), '--quiet']);
    const grown = file('grown.json', {
      ...lamp,
      factors: [...lamp.factors, { name: 'dimmed', levels: ['yes', 'no'] }],
    });
    for (const kept of [file('rows.json', before), file('rows.tsv', text.output)]) {
      const { rows } = await json([grown, '--keep', kept]);
      const asBefore = rows.slice(0, before.rows.length).map((row) => row.slice(0, 3));
      expect(asBefore).toEqual(before.rows);
    }
  });

  it('says what of kept rows the model does not have', async () => {
    const { exitCode, output } = await runCli([
      'covering',
      file('lamp.json', lamp),
      '--keep',
      file('old.tsv', 'power\tsocket\non\tE27\nbroken\tE14\n'),
    ]);
    expect(exitCode).toBe(0);
    expect(output).toContain('the model has no socket: left open');
    expect(output).toContain('the model has no power broken: left open');
  });

  it('writes a model in the other format, which gives the same array', async () => {
    const model = file('plain.json', { ...lamp, negativeStrength: 2 });
    const text = file('exported.txt', (await runCli(['covering', model, '--export', 'pict'])).output);
    const back = file('back.json', (await runCli(['covering', text, '--export', 'json'])).output);
    expect(await json([text])).toEqual(await json([model]));
    expect(await json([back])).toEqual(await json([model]));
  });

  const flags = {
    factors: ['a', 'b', 'c', 'd', 'e, or f'].map((name) => ({ name, levels: ['0', '1', '2=two'] })),
  };

  it('covers groups of factors at a strength of their own', async () => {
    const { rows } = await json([file('flags.json', flags), '--strength', '2', '--strength', '3:a,e, or f,c']);
    const goals = [{ strength: 2 }, { strength: 3, factors: ['a', 'c', 'e, or f'] }];
    const { covered, feasible } = verifyRows({ ...flags, goals }, rows);
    expect([covered, feasible]).toEqual([10 * 9 + 27, 10 * 9 + 27]);
    expect(rows.length).toBeLessThan(32);
    const text = file('flags.txt', 'a: 0, 1\nb: 0, 1\nc: 0, 1\nd: 0, 1\n');
    expect((await json([text, '--strength', '3:a,b,c'])).feasible).toBe(6 * 4 + 8);
  });

  it('leaves out tuples that are excluded', async () => {
    const words = ['--exclude', 'a=0,e, or f=1|2=two', '--exclude', 'b=1'];
    const { rows } = await json([file('flags.json', flags), ...words]);
    expect(rows.filter((row) => (row[0] === 0 && row[4] !== 0) || row[1] === 1)).toEqual([]);
    expect(rows.some((row) => row[0] === 0 && row[4] === 0)).toBe(true);
  });

  it.each<[string, string[], string]>([
    ['no strength', ['--strength', 'x'], '--strength x is no strength'],
    ['a strength of no factor', ['--strength', '2:'], '--strength 2: is no strength'],
    ['two strengths for all', ['--strength', '2', '--strength', '3'], 'given twice for all factors'],
    ['an unknown factor of a group', ['--strength', '2:a,z'], '"z" begins with no factor'],
    ['an unknown factor of a tuple', ['--exclude', 'z=1'], '"z=1" begins with no factor and ='],
    ['a tuple without a level', ['--exclude', 'a'], '"a" begins with no factor and ='],
    ['an unknown level', ['--exclude', 'a=7'], '"7" begins with no level of a'],
  ])('refuses %s: exit code 2', async (_, words, message) => {
    const { exitCode, failure } = await runCli(['covering', file('flags.json', flags), ...words]);
    expect([exitCode, failure?.next]).toEqual([2, expect.stringMatching(/\.$/)]);
    expect(failure?.message).toContain(message);
  });

  it("takes PICT's separators and prefixes, and prints rows with them", async () => {
    const path = file('other.txt', 'A: x/ex; y; !z\nB: 1; 2\nb: 3; 4\n');
    const words = [
      '--separator',
      ';',
      '--alias-separator',
      '/',
      '--invalid-prefix',
      '!',
      '--case-sensitive',
      '--quiet',
    ];
    const lines = (await runCli(['covering', path, ...words])).output.trimEnd().split('\n');
    expect(lines[0]).toBe('A\tB\tb');
    expect(new Set(lines.slice(1).map((line) => line.split('\t')[0]))).toEqual(new Set(['x', 'ex', 'y', '!z']));
    expect((await runCli(['covering', path, '--separator', ';;'])).exitCode).toBe(2);
  });

  it('says in how many ways a sub-model is set', async () => {
    const path = file('sub.txt', 'P: x, y, z\nQ: a, b, c\nR: k, l, m\nS: s, t\n{ P, Q, R } @ 2\n');
    expect((await runCli(['covering', path])).output).toContain('18 rows (at least 18)');
    expect((await runCli(['covering', path])).output).toContain('{ P, Q, R } in 9 ways');
  });

  it('warns of what it passes over', async () => {
    const { output, exitCode } = await runCli(['covering', file('over.txt', 'A: 1, 2\nB: 1, 2\n[C] = 1;\n')]);
    expect(exitCode).toBe(0);
    expect(output).toContain('over.txt, line 3, column 1: the constraint names an unknown parameter, [C]');
  });

  const large = {
    factors: Array.from({ length: 31 }, (_, at) => ({
      name: `f${at}`,
      levels: Array.from({ length: 12 }, (_level, level) => level),
    })),
  };

  it('says beforehand what much work costs, and refuses what is above the budget', async () => {
    const { exitCode, failure, output } = await runCli([
      'covering',
      file('large.json', large),
      '--strength',
      '3',
      '--budget',
      '1',
    ]);
    expect(exitCode).toBe(2);
    expect(failure?.message).toMatch(/^the rows take about \d+ s of work to be built, more than the budget of 1 s$/);
    expect(failure?.next).toContain('Raise the budget');
    expect(output).toMatch(/7,767,360 combinations: about \d+ s, or less by --budget/);
  });

  it('says on a terminal how far it is, and clears that in the end', async () => {
    const said: string[] = [];
    const progress = {
      begin: () => undefined,
      tell: (text: () => string) => said.push(text()),
      note: () => undefined,
      clear: () => said.push(''),
    };
    const model = file('some.json', { factors: large.factors.slice(0, 6) });
    await runCli(['covering', model, '--effort', '0'], { progress });
    expect(said[0]).toBe('0 rows, 0 of 2,160 combinations');
    expect(said.at(-2)).toMatch(/^1\d\d rows, 2,160 of 2,160 combinations$/);
    expect(said.at(-1)).toBe('');
  });

  it('stops looking for fewer rows when the budget is spent, with the same rows at every run', async () => {
    const model = file('some.json', { factors: large.factors.slice(0, 8) });
    const [first, again] = [await json([model, '--budget', '1']), await json([model, '--budget', '1'])];
    expect(first).toEqual(again);
    expect(first.covered).toBe(first.feasible);
    expect(first.rows.length).toBeLessThanOrEqual((await json([model, '--effort', '0'])).rows.length);
  });

  it('warns of members that say nothing, such as one that is misspelt', async () => {
    const { output } = await runCli(['covering', file('typo.json', { ...lamp, forbiden: [] })]);
    expect(output).toContain('"forbiden" is no part of a model, and says nothing');
  });

  it.each<[string, unknown, string[], string]>([
    ['no JSON', '{"factors": [', [], 'begins like JSON and is none'],
    ['no factors', {}, [], 'factors is not a list'],
    ['a factor without levels', { factors: [{ name: 'a' }] }, [], 'factors[0].levels is not a list'],
    ['a level without a name', { factors: [{ name: 'a', levels: [{}] }] }, [], 'factors[0].levels[0] is not a name'],
    ['a constraint that is none', { ...lamp, forbidden: [[['power']]] }, [], 'forbidden[0][0] is not a pair'],
    ['an unknown factor', { ...lamp, forbidden: [[['socket', [0]]]] }, [], 'names an unknown factor, "socket"'],
    ['an unknown level', { ...lamp, forbidden: [[[0, [2]]]] }, [], 'names an unknown level of power, 2'],
    [
      'constraints that nothing keeps',
      { ...lamp, forbidden: [[[0, [0, 1]]]] },
      [],
      'no row can satisfy all constraints',
    ],
    ['a strength above the factors', lamp, ['--strength', '4'], 'strength 4 is more than the number of factors, 3'],
    ['text that is no model', 'power on off', [], 'line 1, column 13: a parameter needs a value'],
  ])('refuses %s: exit code 2', async (_, content, words, message) => {
    const { exitCode, failure } = await runCli(['covering', file('wrong.json', content), ...words]);
    expect(exitCode).toBe(2);
    expect(failure?.message).toContain(message);
  });

  it('refuses a file that is not there: exit code 2', async () => {
    const { exitCode, failure } = await runCli(['covering', join(folder, 'nowhere.json')]);
    expect(exitCode).toBe(2);
    expect(failure?.message).toContain('cannot read');
  });
});
