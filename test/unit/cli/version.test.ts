import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versionIn } from '../../../src/app/broker/version';

let outsideGit = '';
beforeAll(() => {
  outsideGit = mkdtempSync(join(tmpdir(), 'pactcheck-version-'));
});
afterAll(() => rmSync(outsideGit, { recursive: true }));

const branchOf = (env: Readonly<Record<string, string>>): string | undefined => versionIn(env, outsideGit).branch;

describe('the branch that CI names', () => {
  it.each<[title: string, env: Record<string, string>, branch: string | undefined]>([
    ['GitHub, a push', { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'feat/x' }, 'feat/x'],
    ['GitHub, a pull request', { GITHUB_HEAD_REF: 'feat/x', GITHUB_REF_NAME: '7/merge' }, 'feat/x'],
    ['GitHub, a tag', { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.2.0', GITHUB_HEAD_REF: '' }, undefined],
    ['GitLab, a push', { CI_COMMIT_BRANCH: 'main', CI_COMMIT_REF_NAME: 'main' }, 'main'],
    ['GitLab, a merge request', { CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'x', CI_COMMIT_REF_NAME: 'x' }, 'x'],
    ['GitLab, a tag', { CI_COMMIT_TAG: 'v1', CI_COMMIT_REF_NAME: 'v1' }, undefined],
    ['Jenkins', { GIT_BRANCH: 'origin/main' }, 'main'],
    ['Jenkins, a branch with a slash', { GIT_BRANCH: 'origin/feat/x' }, 'feat/x'],
    ['Jenkins, a change', { CHANGE_BRANCH: 'feat/x', GIT_BRANCH: 'PR-7' }, 'feat/x'],
    ['Jenkins, a detached checkout', { GIT_BRANCH: 'detached' }, undefined],
    ['Azure', { BUILD_SOURCEBRANCH: 'refs/heads/feat/x', BUILD_SOURCEBRANCHNAME: 'x' }, 'feat/x'],
    ['Azure, a tag', { BUILD_SOURCEBRANCH: 'refs/tags/v1', BUILD_SOURCEBRANCHNAME: 'v1' }, undefined],
    [
      'Azure, a pull request',
      { SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/x', BUILD_SOURCEBRANCH: 'refs/pull/7/merge' },
      'x',
    ],
    ['CircleCI, a tag', { CIRCLE_TAG: 'v1' }, undefined],
    ['Buildkite, a tag', { BUILDKITE_TAG: 'v1', BUILDKITE_BRANCH: 'v1' }, undefined],
    ['Bitbucket', { BITBUCKET_BRANCH: 'main' }, 'main'],
    ['a branch called like a remote within', { CI_COMMIT_BRANCH: 'fix/origin/x' }, 'fix/origin/x'],
    ['nobody', {}, undefined],
  ])('%s', (_title, env, branch) => {
    expect(branchOf(env)).toBe(branch);
  });
});

describe('the page of the run', () => {
  it.each<[title: string, env: Record<string, string>, url: string | undefined]>([
    [
      'GitHub',
      { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7' },
      'https://github.com/a/b/actions/runs/7',
    ],
    ['GitLab', { CI_JOB_URL: 'https://gitlab.example/7' }, 'https://gitlab.example/7'],
    [
      'Azure',
      { SYSTEM_COLLECTIONURI: 'https://dev.azure.com/a/', SYSTEM_TEAMPROJECT: 'b c', BUILD_BUILDID: '7' },
      'https://dev.azure.com/a/b%20c/_build/results?buildId=7',
    ],
    ['nobody', { GITHUB_RUN_ID: '' }, undefined],
  ])('%s', (_title, env, url) => {
    expect(versionIn(env, outsideGit).buildUrl).toBe(url);
  });
});
