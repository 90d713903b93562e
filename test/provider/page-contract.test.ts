import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract } from '../../src/app/contract-reference';
import { startLiveService } from '../../src/app/live-service';
import { faultOf } from '../../src/app/serve/fault';
import { makeProject, type Project } from '../support/project';
import { ROOT, runCli } from '../support/run-cli';

/** A page of a model names no operation: it stands for whatever is answered with it. */
describe('a page of a model is a contract reference for pacts of any call', () => {
  let project: Project;
  beforeAll(() => {
    project = makeProject();
    copyFileSync(join(ROOT, 'contracts/user-update-resp/UserUpdateResp.md'), join(project.folder, 'UserUpdateResp.md'));
    cpSync(join(ROOT, 'pacts'), join(project.folder, 'pacts'), { recursive: true });
  });
  afterAll(() => project.remove());

  const inProject = (words: readonly string[]) => runCli(words, { cwd: project.folder });

  async function verified(fault: string | undefined) {
    const contract = await loadContract('user-update-resp', { cwd: ROOT });
    const service = await startLiveService(contract, {
      fault: fault === undefined ? undefined : faultOf([contract], fault, 1).fault,
    });
    const urls = ['--provider-base-url', service.url, '--provider-states-setup-url', service.statesUrl];
    try {
      return await inProject(['verify', ...urls, '--contract', 'UserUpdateResp.md']);
    } finally {
      await service.close();
    }
  }

  it('every successful answer is held to it, refusals to the pact alone', async () => {
    const { exitCode, run } = await verified(undefined);
    expect(exitCode).toBe(0);
    expect(run?.coverage?.classes?.covered).toBeGreaterThan(100);
    expect(run?.warnings).toEqual([
      expect.stringMatching(/: 10 of 54 answers to console-iam\.json are held to the pact/),
    ]);
  });

  it('which finds what the pacts cannot see', async () => {
    const { exitCode, run } = await verified('/creationTime beyond int64');
    expect(exitCode).toBe(1);
    const found = run?.results.flatMap(({ findings }) => findings.map(({ rule, pointer }) => `${rule} ${pointer}`));
    expect(found).toContain('limit /creationTime');
  });

  it('its coverage is counted in the pacts', async () => {
    const covered = await inProject(['coverage', 'UserUpdateResp.md']);
    expect(covered.run?.coverage?.classes?.covered).toBeGreaterThan(100);
  });
});
