import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Run } from '../../../src/result';
import type { Project } from '../../support/project';
import { ROOT, runCli } from '../../support/run-cli';
import { FUZZ, parserSource, smallProject } from '../../support/small-project';

let project: Project;
beforeAll(() => {
  project = smallProject();
  project.write({
    'dates.ts': `export const yearOf = (text: string): number => {
  if (text === 'never so') return 0;
  return text.length > 3 ? Number(text.slice(0, 4)) : Number(text);
};
`,
    'typed.ts': `import { yearOf } from './dates';
export const unused = (): number => 1;
const { parse: plain } = require('./parser.js') as { parse: (body: string) => { since?: string } };
export const parse = (body: string): unknown => {
  const user = plain(body);
  if (user.since !== undefined) yearOf(user.since);
  return user;
};
`,
    'loops.js': `${parserSource("if (read.status === 'GONE') return new Promise(() => undefined);")}`,
  });
});
afterAll(() => project.remove());

const covered = (...words: string[]) =>
  runCli([...FUZZ, '--isolate', 'none', '--timeout', '1', '--cover', ...words], { cwd: project.folder });

/** Code is counted by the loader of Node itself, for which Jest has one of its own. */
function inAProcess(...words: string[]): Run {
  const main = `require(${JSON.stringify(join(ROOT, 'src/cli/main.ts'))}).main(process.argv.slice(1))`;
  const line = [...FUZZ, '--isolate', 'none', '--cover', ...words];
  const options = ['--require', require.resolve('esbuild-register'), '--eval', main, '--', ...line];
  return JSON.parse(execFileSync(process.execPath, options, { cwd: project.folder, encoding: 'utf8' })) as Run;
}

describe('fuzz --cover', () => {
  it('says how much of the code is reached, and names each branch that no case reaches, where it was written', async () => {
    const run = inAProcess('--parser', 'typed.ts#parse', '--json');
    const code = run.results.filter(({ id }) => id.startsWith('code '));
    expect(run.summary.failed).toBe(0);
    expect(code.map(({ id }) => id)).toEqual(['code dates.ts', 'code parser.js', 'code typed.ts']);
    expect(code[0]?.findings.map(({ level, message }) => `${level} ${message}`)).toEqual([
      'note dates.ts: branches 2 of 4, functions 1 of 1, statements 3 of 4',
      'note dates.ts:2:3: the condition of this if never holds, in no case',
      'note dates.ts:3:55: the condition before ? always holds, in no case',
    ]);
    expect(code[2]?.findings.map(({ message }) => message)).toEqual([
      'typed.ts: branches 2 of 2, functions 1 of 2, statements 7 of 8',
      'typed.ts:2:23: this function is never called, in no case',
    ]);
  });

  it('counts no code of a parser that would not come to an end', async () => {
    const { run } = await covered('--parser', 'loops.js#parse', '--runs', '100');
    expect(run?.warnings).toContain('the code was not covered, because of hang: mend that first');
  });

  it.each([
    [['--parser', 'cmd: cat'], /not in a program of its own/],
    [['--shard', '1/2'], /is of a whole run/],
    [['--time', '5'], /needs an end that is the same each time/],
  ])('with %j is refused', async (words, message) => {
    const { exitCode, failure } = await covered(...words);
    expect([exitCode, failure?.message]).toEqual([2, expect.stringMatching(message)]);
  });
});
