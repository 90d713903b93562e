import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finish } from '../../../src/cli/finish';
import { type Run, resultOf, runOf } from '../../../src/result';
import { fixedRun } from '../../support/fixed-run';
import { ROOT, runCli } from '../../support/run-cli';

describe('pactcheck report', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pactcheck-report-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: unknown): string => {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    return name;
  };
  const shard = (index: number): Run => ({
    ...runOf({ command: 'fuzz', contract: 'user-update-resp', seed: 1 }, [resultOf(`case ${index}`, [])], 10),
    shard: { index, count: 2 },
  });
  const report = (...words: string[]) => runCli(['report', ...words], { cwd: folder });

  it('joins shards, and gives the exit code of what was joined', async () => {
    const files = [write('2.json', shard(2)), write('1.json', shard(1))];
    const { exitCode, run } = await report(...files);
    expect(exitCode).toBe(0);
    expect(run?.results.map(({ id }) => id)).toEqual(['case 1', 'case 2']);
    expect((await report(...files, write('verify.json', fixedRun))).exitCode).toBe(1);
  });

  it('writes the page, with the pacts where they are asked for', async () => {
    const file = write('run.json', fixedRun);
    await report(file, '--html', 'out/report.html', '--pacts', join(ROOT, 'pacts'));
    const page = readFileSync(join(folder, 'out/report.html'), 'utf8');
    const data = page.split('id="run">')[1]?.split('</script>')[0] ?? '';
    const { interactions } = JSON.parse(data) as Run;
    const [first] = interactions ?? [];
    expect(interactions?.length).toBeGreaterThan(10);
    expect(first?.pact).toBe('console-iam.json');
    expect(first?.states[0]).toMatch(/^a user exists\n\n\{"user":/);
    expect(first?.request).toMatch(
      /^PUT \/v3\/\S+\nAuthorization: Bearer valid-token\nContent-Type: application\/json\n\n\{/,
    );
    expect(first?.response).toMatch(/^200\n[\s\S]*\n\n\{"accountId":/);
  });

  it('prints one finding whole, by its id or as much of it as tells it apart', async () => {
    const file = write('run.json', fixedRun);
    const whole = await report(file, '--finding', '00112233445566a');
    expect(whole.exitCode).toBe(0);
    expect(whole.output).toContain(
      '00112233445566aa error enum /status\n/status is "active": did you mean "ACTIVE"?\n',
    );
    expect(whole.output).toContain('in 2 results:\n  updateMyUser 200 row 01\n  updateMyUser 200 row 03\n');
    expect(whole.output).toContain('replay: pactcheck verify');
    expect(whole.output).toContain('response:\n  HTTP/1.1 200 OK\n');
  });

  it('says of an id that names none or several findings which there are', async () => {
    const file = write('run.json', fixedRun);
    const several = await report(file, '--finding', '00');
    expect(several.exitCode).toBe(2);
    expect(several.failure?.message).toBe(
      '3 findings begin with 00: 00112233445566aa, 00112233445566cc, 00112233445566bb',
    );
    expect((await report(file, '--finding', 'beef')).failure?.message).toBe('the run has no finding beef');
  });

  it('reports by any reporter, and adds to the summary of a GitHub job', async () => {
    const words = ['junit=junit.xml', 'github=annotations.txt', 'html=report.html'].flatMap((name) => [
      '--reporter',
      name,
    ]);
    const options = {
      json: false,
      quiet: true,
      verbose: false,
      reporter: words.filter((word) => word !== '--reporter'),
      config: undefined,
    };
    const summary = join(folder, 'summary.md');
    writeFileSync(summary, '# Before\n');
    const { createColors } = require('picocolors') as typeof import('picocolors');
    const stage = {
      cwd: folder,
      env: { GITHUB_STEP_SUMMARY: summary },
      out: () => undefined,
      raw: () => undefined,
      colors: createColors(false),
      options,
      signal: new AbortController().signal,
    };
    expect(await finish(fixedRun, stage)).toBe(1);
    expect(readFileSync(summary, 'utf8')).toMatch(/^# Before\n## FAILED: pactcheck verify/);
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('<testsuites name="pactcheck"');
  });

  it.each([
    ['a missing shard', () => [write('1.json', shard(1))], 'shard 2 of 2 of fuzz user-update-resp is missing'],
    [
      'a doubled shard',
      () => [write('1.json', shard(1)), write('2.json', shard(2)), write('3.json', shard(1))],
      'is given 2 times',
    ],
    ['a missing file', () => ['nowhere.json'], 'nowhere.json is not there'],
    ['no JSON', () => [write('x.json', '{')], 'x.json is no JSON'],
    ['another version', () => [write('x.json', { ...fixedRun, version: 2 })], 'its version is 2, and only 1 is known'],
    ['something else', () => [write('x.json', [])], 'x.json is no run of pactcheck: it is no object'],
    ['a broken result', () => [write('x.json', { ...fixedRun, results: [{ id: 1 }] })], 'its result 1 is none'],
  ])('refuses %s', async (_name, files, message) => {
    const { exitCode, failure } = await report(...files());
    expect([exitCode, failure?.message]).toEqual([2, expect.stringContaining(message)]);
    expect(failure?.next).toMatch(/^Give /);
  });
});
