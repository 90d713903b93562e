import { execFileSync } from 'node:child_process';

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

/**
 * The commit that this branch started from: the merge base with the main branch; on the main branch itself the
 * commit before. `undefined` outside git, and at the first commit.
 */
export function mergeBase(cwd: string): string | undefined {
  const head = git(cwd, 'rev-parse', 'HEAD');
  const bases = MAIN_BRANCHES.map((branch) => git(cwd, 'merge-base', 'HEAD', branch));
  const base = bases.find((candidate) => candidate !== undefined);
  // Of a shallow checkout git knows no other commit than this one.
  return base === head && (isMain(cwd) || isShallow(cwd))
    ? git(cwd, 'rev-parse', '--verify', '--quiet', 'HEAD~1')
    : base;
}

/** The files that differ from a commit, uncommitted and new ones too, relative to `cwd`. */
export function changedFiles(cwd: string, base: string): string[] {
  const tracked = git(cwd, 'diff', '--name-only', '--relative', base) ?? '';
  const untracked = git(cwd, 'ls-files', '--others', '--exclude-standard') ?? '';
  return [...tracked.split('\n'), ...untracked.split('\n')].filter((path) => path !== '');
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
