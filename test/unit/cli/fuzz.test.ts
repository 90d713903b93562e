import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../support/run-cli';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const parserOf = (body: string): string => {
  const file = join(folder, 'parser.js');
  writeFileSync(file, `exports.parse = (body) => { ${body} };`);
  return `${file}#parse`;
};

const CASE = 'user-update-resp';

// A worker compiles the sources that it runs.
describe('pactcheck fuzz', () => {
  it('says what is wrong, with the smallest response and a command that shows it again', async () => {
    const parser = parserOf('const user = JSON.parse(body); user.groups &&= user.groups.filter(Boolean); return user;');
    const words = ['fuzz', CASE, '--parser', parser, '--runs', '400', '--seed', '7'];
    const outcome = await runCli(words);
    expect(outcome.exitCode).toBe(1);
    const result = outcome.run?.results.find(({ id }) => id === 'lost-field /groups/[]');
    expect(result?.findings[0]).toMatchObject({ rule: 'lost-field', pointer: expect.stringMatching(/^\/groups\/\d$/) });
    expect(JSON.parse(result?.details?.['payload'] ?? '')).toMatchObject({ groups: expect.arrayContaining(['']) });
    const replay = result?.details?.['replay'] ?? '';
    expect(replay).toContain(`--seed 7 --replay '${result?.details?.['case']}'`);
    const again = await runCli([
      'fuzz',
      CASE,
      '--parser',
      parser,
      '--seed',
      '7',
      '--replay',
      result?.details?.['case'] ?? '',
    ]);
    expect(again.run?.results.map(({ findings }) => findings[0]?.fingerprint)).toContain(
      result?.findings[0]?.fingerprint,
    );
  });

  it('makes a case that joins others again from its id', async () => {
    const parser = parserOf('return JSON.parse(body);');
    const outcome = await runCli(['fuzz', CASE, '--parser', parser, '--isolate', 'none', '--replay', 'mutant 3']);
    expect(outcome.run?.results).toHaveLength(1);
  });

  it('runs a case that is written down', async () => {
    const parser = parserOf('return {};');
    const testCase = { id: 'mine', verdict: 'reject', status: 200, headers: {}, body: '[]', classes: {}, seed: 1 };
    const outcome = await runCli([
      'fuzz',
      CASE,
      '--parser',
      parser,
      '--isolate',
      'none',
      '--replay',
      JSON.stringify(testCase),
    ]);
    expect(outcome.run?.results).toMatchObject([{ id: 'accepts-invalid body', details: { case: 'mine' } }]);
  });

  it.each([
    ['a parser that refuses everything', "throw new Error('no');", [], 3, /refuses 20 of the first 20 valid responses/],
    ['a case that is not there', 'return 1;', ['--replay', 'nonsense'], 2, /there is no case nonsense/],
  ])('says so of %s', async (_name, body, words, exitCode, message) => {
    const outcome = await runCli(['fuzz', CASE, '--parser', parserOf(body), '--isolate', 'none', ...words]);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.failure?.message).toMatch(message);
  });

  it('says so of an export that is no parser', async () => {
    const file = join(folder, 'parser.js');
    writeFileSync(file, 'exports.parse = 1;');
    const outcome = await runCli(['fuzz', CASE, '--parser', `${file}#parse`]);
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('is no parser') } });
  });

  it('lets a policy decide what later versions of a service may send', async () => {
    const parser = parserOf(
      "const user = JSON.parse(body); if ('somethingNew' in user) throw new Error('unknown'); return user;",
    );
    const rules = async (...words: string[]) => {
      const outcome = await runCli(['fuzz', CASE, '--parser', parser, '--runs', '1300', '--isolate', 'none', ...words]);
      return (
        outcome.run?.results.flatMap(({ findings }) => findings.map(({ rule, pointer }) => `${rule} ${pointer}`)) ?? []
      );
    };
    const strict = await rules('--unknown-fields', 'reject', '--unknown-enum', 'either');
    const tolerant = await rules();
    expect(tolerant).toContain('refuses-valid /somethingNew');
    expect(strict).not.toContain('refuses-valid /somethingNew');
    expect(tolerant).toContain('accepts-invalid /status');
  });
});
