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
