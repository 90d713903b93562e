import { headOf } from '../git';

type Env = Readonly<Record<string, string | undefined>>;

/** What CI systems call the commit, the branch, and the page of the run. The first that is set holds. */
const COMMITS = [
  'GITHUB_SHA',
  'CI_COMMIT_SHA',
  'CIRCLE_SHA1',
  'BUILDKITE_COMMIT',
  'GIT_COMMIT',
  'BITBUCKET_COMMIT',
  'BUILD_SOURCEVERSION',
];
const BRANCHES = [
  'GITHUB_HEAD_REF',
  'GITHUB_REF_NAME',
  'CI_COMMIT_REF_NAME',
  'CIRCLE_BRANCH',
  'BUILDKITE_BRANCH',
  'GIT_BRANCH',
  'BITBUCKET_BRANCH',
  'BUILD_SOURCEBRANCHNAME',
];
const BUILDS = ['CI_JOB_URL', 'CIRCLE_BUILD_URL', 'BUILDKITE_BUILD_URL', 'BUILD_URL'];

const firstOf = (env: Env, names: readonly string[]): string | undefined =>
  names.map((name) => env[name]).find((value) => value !== undefined && value !== '');

const githubRun = ({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: Env): string | undefined =>
  GITHUB_RUN_ID === undefined ? undefined : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;

/** The version that is verified: the commit and branch that CI says, else those of git; `undefined` where nobody knows. */
export function versionIn(env: Env, cwd: string): { commit?: string; branch?: string; buildUrl?: string } {
  const git = headOf(cwd);
  const commit = firstOf(env, COMMITS) ?? git?.commit;
  const branch = firstOf(env, BRANCHES) ?? git?.branch;
  const buildUrl = firstOf(env, BUILDS) ?? githubRun(env);
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(branch === undefined ? {} : { branch }),
    ...(buildUrl === undefined ? {} : { buildUrl }),
  };
}
