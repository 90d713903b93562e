import { join } from 'node:path';
import { changedFiles, mergeBase } from '../../../src/app/git';
import { makeProject, type Project } from '../../support/project';

let project: Project;
/** The commits, by what they say. */
let commits: Readonly<Record<'first' | 'developed' | 'changed', string>>;

beforeAll(() => {
  project = makeProject({ 'api/contract.ts': '1', 'shared/models.ts': '1', 'Straße.md': '1' });
  const head = (): string => project.git('rev-parse', 'HEAD').trim();
  project.commit('first');
  const first = head();
  project.git('checkout', '--quiet', '-b', 'develop');
  project.write({ 'notes.md': 'of develop' });
  project.commit('developed');
  const developed = head();
  project.git('checkout', '--quiet', '-b', 'change');
  project.write({ 'shared/models.ts': '2', 'Straße.md': '2' });
  project.commit('changed');
  commits = { first, developed, changed: head() };
});

afterAll(() => project.remove());

describe('the commit to compare with', () => {
  it('is where the branch left the main branch', () => {
    expect(mergeBase(project.folder, {})).toBe(commits.first);
  });

  it.each([
    { GITHUB_BASE_REF: 'develop' },
    { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'develop' },
    { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/develop' },
  ])('is where it left the branch that CI says it is to be merged into: %j', (env) => {
    expect(mergeBase(project.folder, env)).toBe(commits.developed);
  });

  it.each([{ GITHUB_BASE_REF: '' }, { GITHUB_BASE_REF: 'never-fetched' }])('else the main branch: %j', (env) => {
    expect(mergeBase(project.folder, env)).toBe(commits.first);
  });

  it('is on the main branch the commit before', () => {
    project.git('checkout', '--quiet', 'main');
    expect(mergeBase(project.folder, {})).toBeUndefined();
    project.write({ 'notes.md': 'of main' });
    project.commit('second');
    expect(mergeBase(project.folder, {})).toBe(commits.first);
    project.git('checkout', '--quiet', 'change');
  });
});

it('what changed is told with names of any letters, beside the folder too, new and uncommitted files among it', () => {
  project.write({ 'api/new.ts': '1', 'api/contract.ts': '2' });
  const changed = changedFiles(join(project.folder, 'api'), commits.developed);
  expect(changed.sort()).toEqual(['../Straße.md', '../shared/models.ts', 'contract.ts', 'new.ts']);
});
