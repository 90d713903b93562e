import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../../../src/cli/commands';
import { ROOT, runCli } from '../../support/run-cli';

const completion = async (shell: string): Promise<string> => (await runCli(['completion', shell])).output;

/** What bash offers after these words, the last of which is being typed. */
function offered(script: string, words: readonly string[], by = '_pactcheck'): string[] {
  const set = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; ${by}`;
  const text = execFileSync('bash', ['--norc', '-c', `${script}\n${set}\nprintf '%s\\n' "\${COMPREPLY[@]}"`], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return text.trim().split('\n');
}

describe('pactcheck completion', () => {
  const names = COMMANDS.map(({ usage }) => usage.split(' ')[0] as string);

  it('offers every command in every shell', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const script = await completion(shell);
      for (const name of names) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });

  it('completes commands, options and contracts in bash', async () => {
    const script = await completion('bash');
    expect(offered(script, ['pactcheck', ''])).toEqual(names);
    expect(offered(script, ['pactcheck', 'fu'])).toEqual(['fuzz']);
    expect(offered(script, ['pactcheck', 'report', '--h'])).toEqual(['--html']);
    expect(offered(script, ['pactcheck', 'gate', '--rep'])).toEqual(['--reporter']);
    expect(offered(script, ['pactcheck', 'fuzz', 'user-'])).toEqual(['user-update-resp']);
  });

  it('completes after npx as well, and leaves what else npx runs alone', async () => {
    const script = await completion('bash');
    expect(offered(script, ['npx', 'pactcheck', 'fu'], '_pactcheck_npx')).toEqual(['fuzz']);
    expect(offered(script, ['npx', 'pactcheck', 'report', '--h'], '_pactcheck_npx')).toEqual(['--html']);
    expect(offered(script, ['npx', 'tsc', 'fu'], '_pactcheck_npx')).toEqual(['']);
    for (const shell of ['zsh', 'fish']) expect(await completion(shell)).toMatch(/\bnpx\b/);
  });

  it.each(['bash', 'zsh', 'fish'])('is free of syntax errors in %s, where that shell is there', async (shell) => {
    const folder = mkdtempSync(join(tmpdir(), 'pactcheck-completion-'));
    writeFileSync(join(folder, 'script'), await completion(shell));
    const { status, stderr, error } = spawnSync(shell, ['-n', join(folder, 'script')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    if (error === undefined) expect([status, stderr]).toEqual([0, '']);
  });

  it('knows no other shell', async () => {
    expect(await runCli(['completion', 'tcsh'])).toMatchObject({
      exitCode: 2,
      failure: { next: 'There is one for each of bash, zsh, fish.' },
    });
  });
});
