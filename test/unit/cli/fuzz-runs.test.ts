import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { exitCodeOf } from '../../../src/cli/exit-code-of';
import { progressText } from '../../../src/cli/fuzz/progress-text';
import { runProgram } from '../../../src/cli/program';
import { progressOf } from '../../../src/cli/progress';
import { joinRuns, type Run } from '../../../src/result';
import type { Project } from '../../support/project';
import { runCli } from '../../support/run-cli';
import { FUZZ, parserSource, smallProject } from '../../support/small-project';

const MISTAKEN = `if (read.groups) read.groups = read.groups.filter(Boolean);
if (read.status === 'GONE') delete read.since;`;

let project: Project;
beforeEach(() => {
  project = smallProject(MISTAKEN);
});
afterEach(() => project.remove());

const words = (...more: string[]): string[] => [...FUZZ, '--isolate', 'none', '--runs', '700', ...more];
const fuzzed = (...more: string[]) => runCli(words(...more), { cwd: project.folder });

/** A run without what differs from one time to another. */
const timeless = (run: Run | undefined): unknown => ({ ...run, summary: { ...run?.summary, durationMs: 0 } });

interface Watched {
  readonly exitCode: number;
  readonly run: Run | undefined;
  /** What was written to stderr. */
  readonly drawn: string;
}

/** Runs a command as a person at a terminal does, who may interrupt it as soon as it is drawn how far it is. */
async function watched(line: readonly string[], { interrupts = false, quiet = false } = {}): Promise<Watched> {
  const interrupt = new AbortController();
  let drawn = '';
  let run: Run | undefined;
  const err = (text: string): void => {
    drawn += text;
    if (interrupts && text.includes('executions')) interrupt.abort();
  };
  const stage = { env: {}, err, isTerminal: true, colors: createColors(false) };
  const exitCode = await runProgram(line, (options) => ({
    ...stage,
    cwd: project.folder,
    out: () => undefined,
    raw: () => undefined,
    progress: progressOf({ ...stage, quiet }),
    options: { ...options, quiet },
    signal: interrupt.signal,
    finish: async (finished) => {
      run = finished;
      return exitCodeOf(finished);
    },
  }));
  return { exitCode, run, drawn };
}

const checkpoints = (): string[] => {
  const folder = join(project.folder, 'reports');
  return existsSync(folder)
    ? readdirSync(folder, { encoding: 'utf8' }).filter((name) => name.startsWith('.fuzz-'))
    : [];
};

describe('a run that is interrupted', () => {
  it('goes on with --resume, to the same end as one that was not', async () => {
    const whole = await fuzzed();
    const first = await watched(words(), { interrupts: true });
    expect(first.run?.summary.passed).toBeLessThan(whole.run?.summary.passed ?? 0);
    expect(first.run?.warnings).toEqual([expect.stringMatching(/^interrupted: .* --resume go on from here$/)]);
    expect(checkpoints()).toHaveLength(1);
    const second = await watched(words('--resume'));
    expect(timeless(second.run)).toEqual(timeless(whole.run));
    expect(checkpoints()).toEqual([]);
  });

  it('has not passed, though nothing was found', async () => {
    project.write({ 'parser.js': parserSource() });
    const { exitCode, run } = await watched(words(), { interrupts: true });
    expect(exitCode).toBe(3);
    expect(run).toMatchObject({ interrupted: true, summary: { failed: 0 } });
  });

  it('is not gone on with once the parser is another one', async () => {
    await watched(words(), { interrupts: true });
    project.write({ 'parser.js': parserSource() });
    const { run, drawn } = await watched(words('--resume'));
    expect(drawn).toContain('\r\u001b[Kthere is no interrupted run of this parser, as it is now');
    expect(run?.summary.failed).toBe(0);
  });
});

describe('a run of few cases', () => {
  it('says that a pass of it says little, and one of all does not', async () => {
    project.write({ 'parser.js': parserSource() });
    const { run } = await runCli([...FUZZ, '--isolate', 'none', '--runs', '40'], { cwd: project.folder });
    expect(run?.warnings).toEqual([expect.stringMatching(/^40 of the \d+ cases that this contract needs were run/)]);
    expect((await runCli([...FUZZ, '--isolate', 'none'], { cwd: project.folder })).run?.warnings).toBeUndefined();
  });
});

describe('shards', () => {
  it('have nothing in common, and come to what the whole comes to', async () => {
    const whole = (await fuzzed()).run as Run;
    const shards: Run[] = [];
    for (const index of [1, 2, 3]) shards.push((await fuzzed('--shard', `${index}/3`)).run as Run);
    const passed = ({ results }: Run): string[] =>
      results.filter(({ status, id }) => status === 'passed' && id !== 'mutants').map(({ id }) => id);
    expect(shards.flatMap(passed).sort()).toEqual(passed(whole).sort());
    const joined = joinRuns(shards);
    const facts = ({ results }: Run) =>
      results
        .filter(({ status, id }) => status === 'failed' || id === 'mutants')
        .map(({ id, findings, details }) => [id, findings[0]?.fingerprint, details?.['payload'], details?.['cases']])
        .sort();
    expect(facts(joined)).toEqual(facts(whole));
    expect(joined.coverage?.classes).toEqual(whole.coverage?.classes);
  });
});

describe('the progress line', () => {
  const standing = {
    elapsed: 83_000,
    calls: 1_234_567,
    cases: 800_000,
    classes: { covered: 90, feasible: 100 },
    sinceNew: 4_000,
    findings: [1, 2, 3].map((pointer) => ({ pointer: String(pointer) })) as never,
    checkpoint: () => undefined as never,
  };

  it('says how long, how much and how fast, what is covered, and what was found', () => {
    expect(progressText(standing, ({ pointer }) => pointer === '2')).toBe(
      '1 min 23 s · 1 234 567 executions (14 874/s) · classes 90 of 100 · last new finding 4 s ago · 2 new, 1 known',
    );
    expect(progressText({ ...standing, findings: [] }, () => false)).toMatch(/nothing found · 0 new, 0 known$/);
  });

  it('is drawn on stderr of a terminal, and taken away at the end', async () => {
    const { drawn } = await watched(words());
    expect(drawn).toMatch(/executions .* new, 0 known/);
    expect(drawn.endsWith('\r\u001b[K')).toBe(true);
    expect((await watched(words(), { quiet: true })).drawn).toBe('');
  });
});

describe('a parser that does not work at all', () => {
  it.each([
    ['refuses everything', "throw new Error('no');", 'none', /refuses 20 of the first 20 valid responses/],
    [
      'never answers',
      'return new Promise(() => undefined);',
      'none',
      /does not survive 3 of the first 3 valid responses/,
    ],
  ])('because it %s, is unhealthy at once', async (_what, body, isolate, message) => {
    project.write({ 'parser.js': `exports.parse = () => { ${body} };` });
    const outcome = await runCli([...FUZZ, '--isolate', isolate, '--timeout', '1'], { cwd: project.folder });
    expect([outcome.exitCode, outcome.failure?.message]).toEqual([3, expect.stringMatching(message)]);
  });
});

describe('a parser that wraps what it reads', () => {
  it('is told of at once, with what to do', async () => {
    project.write({ 'parser.js': 'exports.parse = (body) => ({ ok: true, value: JSON.parse(body) });' });
    const outcome = await runCli([...FUZZ, '--isolate', 'none'], { cwd: project.folder });
    expect([outcome.exitCode, outcome.failure?.message, outcome.failure?.next]).toEqual([
      3,
      expect.stringMatching(/has none of the members of the response, in 20 of the first 20 valid ones/),
      expect.stringMatching(/\{ ok, value \}/),
    ]);
  });
});

describe('--rejects-with', () => {
  it('of a name that nobody throws is told of at once, with those that are thrown', async () => {
    const words = [...FUZZ, '--isolate', 'none', '--rejects-with', 'UnreadableRespons'];
    const outcome = await runCli(words, { cwd: project.folder });
    expect([outcome.exitCode, outcome.failure?.message, outcome.failure?.next]).toEqual([
      2,
      'the parser refuses none of the first 20 invalid responses by UnreadableRespons, but 20 of them by Unreadable',
      'Say what it refuses by, as in --rejects-with Unreadable; without the option any error counts.',
    ]);
  });
});

describe('--time', () => {
  it('ends a run that has no other end', async () => {
    const { run } = await runCli([...FUZZ, '--isolate', 'none', '--time', '10'], { cwd: project.folder });
    const made = Number(run?.results.find(({ id }) => id === 'mutants')?.details?.['cases']);
    expect(made).toBeGreaterThan(0);
  });
});
