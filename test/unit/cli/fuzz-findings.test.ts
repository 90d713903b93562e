import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { corpusCases } from '../../../src/app/fuzz/corpus';
import { type ParserFindingsOptions, parserFindings } from '../../../src/app/fuzz/parser-findings';
import { REPORTERS } from '../../../src/reporters';
import type { Project } from '../../support/project';
import { runCli } from '../../support/run-cli';
import { FUZZ, parserSource, smallProject } from '../../support/small-project';

/** An empty text among the groups is lost. */
const LOSES_EMPTY = 'if (read.groups) read.groups = read.groups.filter(Boolean);';

/** One object is filled again and again. */
const FILLS_ONE =
  'exports.last ??= {}; for (const name in exports.last) delete exports.last[name]; return Object.assign(exports.last, read);';

let project: Project;
beforeAll(() => {
  project = smallProject(LOSES_EMPTY);
  project.write({
    'mended.js': parserSource(),
    'filling.js': parserSource(FILLS_ONE),
    'worse.js': parserSource(`${LOSES_EMPTY} if (read.status === 'GONE') delete read.since;`),
  });
});
afterAll(() => project.remove());

const fuzzed = (...words: string[]) => runCli([...FUZZ, '--isolate', 'none', ...words], { cwd: project.folder });

const load = (file: string): Record<string, () => unknown> => require(join(project.folder, file));

type Body = () => Promise<void>;

/** The tests that a snippet declares, as Jest would run them beside a parser: `it` and the imports are ours. */
function testsOf(snippet: string, parser: string): Map<string, Body> {
  const { code } = transformSync(snippet, { loader: 'ts', format: 'cjs' });
  const tests = new Map<string, Body>();
  const imported = (name: string): unknown =>
    name === 'pactcheck/fuzz'
      ? { parserFindings: (options: ParserFindingsOptions) => parserFindings({ ...options, cwd: project.folder }) }
      : load(parser);
  const declare = (title: string, body: Body): void => void tests.set(title, body);
  new Function('require', 'it', 'expect', code)(imported, declare, expect);
  return tests;
}

describe('a finding', () => {
  it('has the sentence of the contract, a diff, the smallest payload, and a name that every seed gives it', async () => {
    const [one, other] = [await fuzzed('--seed', '1'), await fuzzed('--seed', '2')];
    const found = one.run?.results.find(({ id }) => id === 'lost-field /groups/[]');
    expect(found?.details).toMatchObject({
      contract: '/groups/[] is a text',
      payload: '{"id":"alpha","status":"NEW","groups":[""]}',
      diff: '  {\n-   "groups": [\n-     "",\n-   ],\n+   "groups": [],\n    "id": "alpha",\n    "status": "NEW",',
    });
    const failed = ({ run }: typeof one) =>
      run?.results
        .filter(({ status }) => status === 'failed')
        .map(({ id, findings }) => [id, findings[0]?.fingerprint]);
    expect(failed(one)).toEqual(failed(other));
    expect(failed(one)).toHaveLength(2);
  });

  it('is printed with all of it', async () => {
    const { run } = await fuzzed();
    const text = REPORTERS.get('text')?.render(run as never) ?? '';
    for (const part of [
      '-   "groups": [',
      '    contract: /groups/[] is',
      '    replay: pactcheck',
      '    payload: {',
      '    jest:',
    ])
      expect(text).toContain(part);
  });

  it('has a Jest test that fails as long as it is there, and passes once it is mended', async () => {
    const { run } = await fuzzed();
    const failed = run?.results.filter(({ status }) => status === 'failed') ?? [];
    expect(failed.length).toBeGreaterThan(0);
    for (const { id, details } of failed) {
      const snippet = details?.['jest'] ?? '';
      await expect(testsOf(snippet, 'parser.js').get(id)?.()).rejects.toThrow('fingerprint');
      await testsOf(snippet, 'mended.js').get(id)?.();
    }
  });
});

describe('a finding that shows only after other responses', () => {
  it('has a Jest test that reads some before', async () => {
    const { run } = await fuzzed('--parser', 'filling.js#parse');
    const [found] = run?.results.filter(({ status }) => status === 'failed') ?? [];
    expect(found?.id).toBe('changes-later body');
    const snippet = found?.details?.['jest'] ?? '';
    await expect(testsOf(snippet, 'filling.js').get('changes-later body')?.()).rejects.toThrow('fingerprint');
    await testsOf(snippet, 'mended.js').get('changes-later body')?.();
  });
});

describe('a corpus', () => {
  it('keeps the smallest case of each finding, runs what is kept first, and keeps nothing twice', async () => {
    await fuzzed('--corpus', 'corpus');
    const kept = corpusCases('corpus', project.folder);
    expect(kept.map(({ body }) => body).sort()).toEqual([
      '{"id":"alpha","status":"NEW","groups":["","alpha"]}',
      '{"id":"alpha","status":"NEW","groups":[""]}',
    ]);
    const again = await fuzzed('--corpus', 'corpus', '--seed', '9', '--runs', '1');
    expect(again.run?.results.map(({ details }) => details?.['case'])).toEqual([
      ...kept.map(({ id }) => id),
      undefined,
    ]);
    expect(corpusCases('corpus', project.folder)).toEqual(kept);
  });

  it('runs by plain Jest, too', async () => {
    const { parse } = load('parser.js');
    const findings = await Promise.all(
      corpusCases('corpus', project.folder).map((response) =>
        parserFindings({
          contract: 'contracts/small/contract.ts',
          parser: parse as () => unknown,
          response,
          rejectsWith: ['Unreadable'],
          cwd: project.folder,
        }),
      ),
    );
    expect(findings.map(([finding]) => finding?.rule).sort()).toEqual(['lost-field', 'wrong-value']);
  });

  it('replays one of its cases by its id, or by its file', async () => {
    const [first] = corpusCases('corpus', project.folder);
    const byId = await fuzzed('--corpus', 'corpus', '--replay', first?.id ?? '');
    expect(byId.run?.results).toMatchObject([{ status: 'failed', details: { case: first?.id } }]);
    project.write({ 'one.ndjson': JSON.stringify({ ...first, id: 'mine' }) });
    const byFile = await fuzzed('--replay', 'one.ndjson');
    expect(byFile.run?.results).toMatchObject([{ status: 'failed', details: { case: 'mine' } }]);
  });

  it('skips what the contract has left behind, and says so', async () => {
    const stale = { id: 'old', verdict: 'accept', status: 200, body: '{"id":"","status":"NEW"}' };
    const allowed = {
      id: 'new',
      verdict: 'reject',
      status: 200,
      pointer: '/status',
      body: '{"id":"a","status":"GONE"}',
    };
    project.write({ 'stale/a.ndjson': `${JSON.stringify(stale)}\n${JSON.stringify(allowed)}\n` });
    const { run } = await fuzzed('--corpus', 'stale', '--runs', '1');
    expect(run?.results.slice(0, 2)).toMatchObject([
      { id: 'kept old', status: 'skipped', reason: expect.stringContaining('does not allow it any more: /id') },
      { id: 'kept new', status: 'skipped', reason: expect.stringContaining('allows it by now') },
    ]);
  });

  it('says which file and line holds no case', async () => {
    project.write({ 'spoilt/a.ndjson': '\n{"id":"x","verdict":"maybe","status":200,"body":""}\n' });
    const { exitCode, failure } = await fuzzed('--corpus', 'spoilt');
    expect(exitCode).toBe(2);
    expect(failure?.message).toMatch(
      /spoilt.a\.ndjson, line 2, holds no case: its verdict is not accept, reject, either/,
    );
  });
});

describe('a baseline', () => {
  const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 5, 1) / 1000) };
  const held = (...words: string[]) => runCli([...FUZZ, '--isolate', 'none', ...words], { cwd: project.folder, env });
  const update = ['--update-baseline', 'mended by June', '--until', '2026-06-30'];

  it.each(['known.json', 'known.yaml'])(
    'in %s lets what is known pass with its reason, and fails what is new',
    async (file) => {
      const listed = await held('--baseline', file, ...update);
      expect([listed.exitCode, listed.run?.summary.failed]).toEqual([0, 0]);
      expect(listed.run?.summary.skipped).toBeGreaterThan(0);
      const known = await held('--baseline', file);
      expect(known.exitCode).toBe(0);
      expect(known.run?.results.find(({ id }) => id === 'lost-field /groups/[]')).toMatchObject({
        status: 'skipped',
        reason: 'known until 2026-06-30: mended by June',
      });
      const more = await held('--baseline', file, '--parser', 'worse.js#parse');
      expect(more.exitCode).toBe(1);
      const failed = more.run?.results.filter(({ status }) => status === 'failed').map(({ id }) => id);
      expect(failed).toEqual(['lost-field /since']);
    },
  );

  it('holds until its day, and tells of entries that are over or met no more', async () => {
    const later = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 6, 1) / 1000) };
    const words = [...FUZZ, '--isolate', 'none', '--baseline', 'known.json'];
    const over = await runCli(words, { cwd: project.folder, env: later });
    expect(over.exitCode).toBe(1);
    expect(over.run?.warnings).toContain('the entry for lost-field /groups/[] held until 2026-06-30');
    const mended = await held('--baseline', 'known.json', '--parser', 'mended.js#parse');
    expect(mended.run?.warnings).toContain('the entry for lost-field /groups/[] matches no finding: remove it');
  });

  it.each([
    [['--update-baseline', 'a'], /has no file to write to/],
    [['--baseline', 'new.json', '--update-baseline', 'a'], /needs a day/],
    [['--baseline', 'not-there.json'], /not-there.json cannot be read/],
  ])('that is asked for by %j is refused', async (words, message) => {
    const { exitCode, failure } = await held(...words);
    expect([exitCode, failure?.message]).toEqual([2, expect.stringMatching(message)]);
  });
});
