import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runCli } from '../../support/run-cli';

const DOCUMENT = join(ROOT, 'contracts/user-update-resp/UserUpdateResp.md');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('pactcheck import', () => {
  it('writes a contract folder that works at once', async () => {
    const imported = await runCli(['import', DOCUMENT], { cwd: folder });
    expect(imported.exitCode).toBe(0);
    expect(imported.output).toContain('26 rows read, 0 skipped');
    const target = join(folder, 'contracts/user-update-resp');
    expect(readdirSync(target).sort()).toEqual(['UserUpdateResp.md', 'contract.ts', 'model.ts']);
    const printed = await runCli(['contract', 'user-update-resp'], { cwd: folder });
    expect(JSON.parse(printed.output).definitions.UserUpdateResp.properties).toHaveLength(26);
    expect((await runCli(['import', DOCUMENT, '--check'], { cwd: folder })).exitCode).toBe(0);
  });

  it('keeps what was added by hand, and says what differs', async () => {
    await runCli(['import', DOCUMENT], { cwd: folder });
    const file = join(folder, 'contracts/user-update-resp/contract.ts');
    const byHand = readFileSync(file, 'utf8').replace("consumer: 'consumer'", "consumer: 'console'");
    writeFileSync(file, byHand);
    const changed = join(folder, 'UserUpdateResp.md');
    writeFileSync(changed, readFileSync(DOCUMENT, 'utf8').replace('&quot;INACTIVE&quot;', '&quot;LOCKED&quot;'));
    const again = await runCli(['import', changed], { cwd: folder });
    expect(again.output).toContain('kept contracts/user-update-resp/contract.ts as it is');
    expect(readFileSync(file, 'utf8')).toBe(byHand);
  });

  it('finds that they drifted apart, with exit code 1', async () => {
    const changed = join(folder, 'UserUpdateResp.md');
    writeFileSync(changed, readFileSync(DOCUMENT, 'utf8').replace('&quot;INACTIVE&quot;', '&quot;LOCKED&quot;'));
    const outcome = await runCli(['import', changed, '--check', '--out', join(ROOT, 'contracts/user-update-resp')]);
    expect(outcome.run?.summary).toMatchObject({ failed: 1 });
    expect(outcome.run?.results[0]?.findings[0]).toMatchObject({ rule: 'enum-changed', pointer: '/status' });
  });

  it('works on a page as a contract, without an import', async () => {
    const printed = await runCli(['contract', DOCUMENT]);
    expect(Object.keys(JSON.parse(printed.output).definitions)).toEqual([
      'UserUpdateResp',
      'ActiveSession',
      'LoginHistory',
    ]);
  });

  it('refuses a page that says too little', async () => {
    writeFileSync(join(folder, 'Pet.md'), '## Properties\n\nName | Type\n---- | ----\n`a` | string\n');
    const outcome = await runCli(['import', 'Pet.md'], { cwd: folder });
    expect(outcome).toMatchObject({ exitCode: 2, failure: { message: expect.stringContaining('Pet.md:3') } });
  });
});
