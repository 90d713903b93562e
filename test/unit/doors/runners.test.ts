import { type Ended, type RunnerProject, runnerProject, shopFiles } from '../../support/runner-project';

/** A runner, and how a project uses it. */
interface Runner {
  readonly name: 'jest' | 'vitest' | 'node';
  readonly imports: string;
  readonly files: Readonly<Record<string, string>>;
  readonly run: (project: RunnerProject, test: string, env?: Readonly<Record<string, string>>) => Promise<Ended>;
}

const RUNNERS: readonly Runner[] = [
  {
    name: 'jest',
    imports: '',
    files: {
      'jest.config.js': `module.exports = { transform: { '\\\\.ts$': ['ts-jest', { diagnostics: false, tsconfig: { module: 'commonjs', target: 'ES2022', esModuleInterop: true, isolatedModules: true, ignoreDeprecations: '6.0' } }] } };`,
    },
    run: (project, test, env) => project.run('jest/bin/jest.js', ['--ci', '--verbose', `test/${test}`], env),
  },
  {
    name: 'vitest',
    imports: "import { afterAll, beforeAll, describe, expect, it } from 'vitest';",
    files: {},
    run: (project, test, env) => project.run('vitest/vitest.mjs', ['run', '--reporter=verbose', `test/${test}`], env),
  },
  {
    name: 'node',
    imports: "import { after as afterAll, before as beforeAll, describe, it } from 'node:test';",
    files: {},
    run: (project, test, env) =>
      project.run('node', ['--import', 'jiti/register', '--test', '--test-reporter=spec', `test/${test}.test.ts`], env),
  },
];

describe.each(RUNNERS)('pactcheck/$name', ({ name, imports, files, run }) => {
  let project: RunnerProject;
  beforeAll(async () => {
    project = runnerProject({ ...shopFiles(name, imports), ...files });
    const made = await project.run('pactcheck/bin/pactcheck.js', ['pacts']);
    expect(made).toMatchObject({ exitCode: 0 });
  });
  afterAll(() => project.remove());

  it('has one test for each interaction of a consumer with Dates and bigints, and one for the pact file', async () => {
    const { exitCode, output } = await run(project, 'consumer');
    expect(output).toMatch(/[✓✔].*getOrder 200 all members, plain/);
    expect(output).toMatch(/[✓✔].*getOrder 401 invalid credentials/);
    expect(output).toMatch(/[✓✔].*the interactions are those in pacts\//);
    expect(exitCode).toBe(0);
  });

  // What is done with a client is the same for all runners: one of them, which starts soonest, tries its mistakes.
  const MISTAKES: [string, RegExp][] = [
    ['digits', /inexact-integer \/total|wrong-value \/total/],
    ['status', /the client says 500 where the service refuses with 401/],
    ['fails', /the client fails where the service refuses with 401, and not with an error of its own: TypeError/],
    ['gives', /the service refuses with 401, and `read` gives a value/],
  ];
  it.each(name === 'node' ? MISTAKES : MISTAKES.slice(0, 1))(
    'is red where the client has a mistake: %s',
    async (mistake, sentence) => {
      const { exitCode, output } = await run(project, 'consumer', { MISTAKE: mistake });
      expect(output).toMatch(sentence);
      expect(exitCode).not.toBe(0);
    },
  );

  it('shows the findings of a provider as the text reporter does', async () => {
    const { exitCode, output } = await run(project, 'provider', { FAULT: '/id missing' });
    expect(output).toContain('✗ getOrder 200 only the required members');
    expect(output).toContain('error required /id: /id is missing, and it is required.');
    expect(output).toContain('replay: pactcheck verify');
    expect(exitCode).not.toBe(0);
  });

  it('is red where all states are declined: nothing was tested', async () => {
    const { exitCode, output } = await run(project, 'provider', { DECLINE: '1', ALLOW: '1' });
    expect(output).toContain('nothing was tested: the states of all 17 interactions were declined');
    expect(exitCode).not.toBe(0);
  });

  if (name === 'jest') {
    it('fails a test whose state is declined, with the reason', async () => {
      const { exitCode, output } = await run(project, 'provider');
      expect(output).toContain('it is not covered: the service declined its state: there is no such way here');
      expect(output).toMatch(/^Tests: +1 failed, 16 passed/m);
      expect(exitCode).not.toBe(0);
    });

    it('passes it where that is allowed, and lists it once', async () => {
      const { exitCode, output } = await run(project, 'provider', { ALLOW: '1' });
      expect(output.match(/not covered, since the service declined the state:\n +getOrder 401/g)).toHaveLength(1);
      expect(exitCode).toBe(0);
    });
  } else
    it('skips a test whose state is declined, with the reason', async () => {
      const { exitCode, output } = await run(project, 'provider');
      expect(output).toMatch(/[↓﹣].*getOrder 401 invalid credentials.*there is no such way here/);
      expect(exitCode).toBe(0);
    });

  if (name !== 'node')
    it('fails a test that does not wait for toReadContract, by name', async () => {
      const { exitCode, output } = await run(project, 'parser');
      expect(output).toContain('expect(...).toReadContract(\'small\') was not awaited in the test "forgets"');
      expect(output).toContain('✗ inexact-integer /total');
      expect(output).toMatch(/[✓✔].*waits later/);
      expect(output).toMatch(/[✓✔].*gives it to the runner/);
      expect(output).toMatch(/[✓✔].*counts its own assertions/);
      expect(output).toMatch(/Tests:? +2 failed/);
      expect(exitCode).not.toBe(0);
    });
});
