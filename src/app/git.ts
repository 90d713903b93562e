import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';

/** What git prints for these words, without the line's end, or `undefined` where it fails or is not there. */
export function git(cwd: string, ...words: readonly string[]): string | undefined {
  try {
    return execFileSync('git', [...words], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

const MAIN_BRANCHES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** Whether what is checked out is the main branch itself, by name or, as CI systems do it, by its commit. */
const isMain = (cwd: string): boolean => {
  const branch = git(cwd, 'rev-parse', '--abbrev-ref', 'HEAD') ?? 'HEAD';
  return branch === 'HEAD' || MAIN_BRANCHES.some((main) => main.replace('origin/', '') === branch);
};

/** Where CI systems say which branch a change is to be merged into, as a name or as `refs/heads/NAME`. */
const TARGETS = [
  'GITHUB_BASE_REF',
  'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  'BITBUCKET_PR_DESTINATION_BRANCH',
  'SYSTEM_PULLREQUEST_TARGETBRANCH',
  'BUILDKITE_PULL_REQUEST_BASE_BRANCH',
  'CHANGE_TARGET',
] as const;

/** The branches that a change may be merged into: the one that the CI system names, then the usual main branches. */
function targetBranches(env: Readonly<Record<string, string | undefined>>): string[] {
  const named = TARGETS.map((name) => env[name]?.replace(/^refs\/heads\//, '')).find((branch) => branch);
  return named === undefined ? MAIN_BRANCHES : [`origin/${named}`, named, ...MAIN_BRANCHES];
}

/**
 * The commit that this branch started from: the merge base with the branch that it is to be merged into; on the main
 * branch itself the commit before. `undefined` outside git, and at the first commit.
 */
export function mergeBase(cwd: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const head = git(cwd, 'rev-parse', 'HEAD');
  const bases = targetBranches(env).map((branch) => git(cwd, 'merge-base', 'HEAD', branch));
  const base = bases.find((candidate) => candidate !== undefined);
  // Of a shallow checkout git knows no other commit than this one.
  return base === head && (isMain(cwd) || isShallow(cwd))
    ? git(cwd, 'rev-parse', '--verify', '--quiet', 'HEAD~1')
    : base;
}

/**
 * The files that differ from a commit, uncommitted and new ones too: relative to `cwd`, also those beside it, as of a
 * package of a repository of many. Of a file that was moved both names.
 */
export function changedFiles(cwd: string, base: string): string[] {
  const root = git(cwd, 'rev-parse', '--show-toplevel') ?? cwd;
  const here = git(cwd, 'rev-parse', '--show-prefix') ?? '';
  const tracked = git(root, 'diff', '--name-only', '--no-renames', '-z', base) ?? '';
  const untracked = git(root, 'ls-files', '--others', '--exclude-standard', '-z') ?? '';
  const paths = [...tracked.split('\0'), ...untracked.split('\0')].filter((path) => path !== '');
  return paths.map((path) => posix.relative(here, path));
}

/** Whether a file is there at a commit. The path is relative to `cwd`. */
export const existsAt = (cwd: string, commit: string, path: string): boolean =>
  git(cwd, 'cat-file', '-e', `${commit}:./${path}`) !== undefined;

/** The commit that is checked out, and its branch; `undefined` outside git. A detached head has no branch. */
export function headOf(cwd: string): { commit: string; branch?: string } | undefined {
  const commit = git(cwd, 'rev-parse', 'HEAD');
  const branch = git(cwd, 'rev-parse', '--abbrev-ref', 'HEAD');
  if (commit === undefined) return undefined;
  return branch === undefined || branch === 'HEAD' ? { commit } : { commit, branch };
}

/** Whether only the last commits are here, as after a shallow checkout. */
export const isShallow = (cwd: string): boolean => git(cwd, 'rev-parse', '--is-shallow-repository') === 'true';
