import { Failure } from '../../result';
import { headOf } from '../git';

type Env = Readonly<Record<string, string | undefined>>;

/** A version as CI and git know it. */
export interface KnownVersion {
  readonly commit?: string | undefined;
  readonly branch?: string | undefined;
  /** Where the run can be looked at. */
  readonly buildUrl?: string | undefined;
}

const COMMITS: readonly string[] = [
  'GITHUB_SHA',
  'CI_COMMIT_SHA',
  'CIRCLE_SHA1',
  'BUILDKITE_COMMIT',
  'GIT_COMMIT',
  'BITBUCKET_COMMIT',
  'BUILD_SOURCEVERSION',
  'TRAVIS_COMMIT',
];

/** Where a CI system names the branch: of a merge or pull request that of its source. The first that is set holds. */
const BRANCHES: readonly string[] = [
  'GITHUB_HEAD_REF',
  'GITHUB_REF_NAME',
  'CI_MERGE_REQUEST_SOURCE_BRANCH_NAME',
  'CI_COMMIT_BRANCH',
  'CIRCLE_BRANCH',
  'BUILDKITE_BRANCH',
  'CHANGE_BRANCH',
  'GIT_LOCAL_BRANCH',
  'GIT_BRANCH',
  'BITBUCKET_BRANCH',
  'SYSTEM_PULLREQUEST_SOURCEBRANCH',
  'BUILD_SOURCEBRANCH',
  'TRAVIS_PULL_REQUEST_BRANCH',
  'TRAVIS_BRANCH',
];

/** Where a CI system says that a tag was pushed: what it then calls the branch is the tag's name. */
const TAGS: readonly string[] = [
  'CI_COMMIT_TAG',
  'CIRCLE_TAG',
  'BUILDKITE_TAG',
  'BITBUCKET_TAG',
  'TRAVIS_TAG',
  'TAG_NAME',
];

const BUILDS: readonly string[] = [
  'CI_JOB_URL',
  'CIRCLE_BUILD_URL',
  'BUILDKITE_BUILD_URL',
  'BUILD_URL',
  'TRAVIS_BUILD_WEB_URL',
];

const firstOf = (env: Env, names: readonly string[]): string | undefined =>
  names.map((name) => env[name]).find((value) => value !== undefined && value !== '');

const isTagged = (env: Env): boolean =>
  env['GITHUB_REF_TYPE'] === 'tag' ||
  firstOf(env, TAGS) !== undefined ||
  /^refs\/tags\//.test(env['BUILD_SOURCEBRANCH'] ?? '');

/** Jenkins says `origin/main`, Azure `refs/heads/main`; `HEAD` and what a pull request is merged into are no branches. */
function branchName(ref: string): string | undefined {
  const name = ref.replace(/^refs\/heads\//, '').replace(/^origin\//, '');
  return name === 'HEAD' || name === 'detached' || name.startsWith('refs/') ? undefined : name;
}

function branchIn(env: Env): string | undefined {
  if (isTagged(env)) return undefined;
  const named = firstOf(env, BRANCHES);
  return named === undefined ? undefined : branchName(named);
}

function githubRun({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: Env): string | undefined {
  return GITHUB_RUN_ID ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` : undefined;
}

function azureRun({ SYSTEM_COLLECTIONURI, SYSTEM_TEAMPROJECT, BUILD_BUILDID }: Env): string | undefined {
  if (!SYSTEM_COLLECTIONURI || !SYSTEM_TEAMPROJECT || !BUILD_BUILDID) return undefined;
  return `${SYSTEM_COLLECTIONURI}${encodeURIComponent(SYSTEM_TEAMPROJECT)}/_build/results?buildId=${BUILD_BUILDID}`;
}

/** Returns the commit, the branch and the page of the run that CI says, else those of git; a tag has no branch. */
export function versionIn(env: Env, cwd: string): KnownVersion {
  const git = headOf(cwd);
  return {
    commit: firstOf(env, COMMITS) ?? git?.commit,
    branch: branchIn(env) ?? (isTagged(env) ? undefined : git?.branch),
    buildUrl: firstOf(env, BUILDS) ?? githubRun(env) ?? azureRun(env),
  };
}

/** What the command line says of a version. */
export interface AskedVersion {
  readonly version?: string | undefined;
  readonly branch?: string | undefined;
  readonly buildUrl?: string | undefined;
}

/** A version that is known for sure. */
export interface Version extends AskedVersion {
  readonly version: string;
}

/** Returns the version as it was asked for, else as CI and git know it. */
export function versionFor({ version, branch, buildUrl }: AskedVersion, env: Env, cwd: string): AskedVersion {
  const known = versionIn(env, cwd);
  return {
    version: version || known.commit,
    branch: branch || known.branch,
    buildUrl: buildUrl || known.buildUrl,
  };
}

/**
 * Returns the version as it was asked for, else as CI and git know it.
 * @param option the option that gives a version.
 * @throws Failure (usage) where nobody knows it.
 */
export function requireVersion(asked: AskedVersion, option: string, env: Env, cwd: string): Version {
  const { version, ...others } = versionFor(asked, env, cwd);
  if (version !== undefined) return { ...others, version };
  throw new Failure('usage', 'nobody knows which version it is', `Give ${option}, or run in a git repository.`);
}
