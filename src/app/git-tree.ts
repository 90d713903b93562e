import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, posix } from 'node:path';
import { temporaryFolder } from '../cleanup';
import { Failure } from '../result';
import { git } from './git';
import { importsOf, isScript } from './relative-imports';

/** A reference to a file of an earlier commit: `git:main:contracts/orders/contract.ts`. */
const REFERENCE = /^git:([^:]+):(.+)$/;

/** Whether a contract reference goes into git. */
export const isInGit = (reference: string): boolean => reference.startsWith('git:');

/** A reference taken apart. @throws Failure (usage) where it is not one. */
function parts(reference: string): { ref: string; path: string } {
  const [, ref, path] = REFERENCE.exec(reference) ?? [];
  if (ref !== undefined && path !== undefined) return { ref, path };
  throw new Failure(
    'usage',
    `${reference} is no reference into git`,
    'Write it as git:REF:PATH, as git:main:api.yaml.',
  );
}

/** The commit of a name. @throws Failure (usage) where git does not know it. */
export function commitOf(ref: string, cwd: string): string {
  const commit = git(cwd, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (commit !== undefined) return commit;
  const isRepository = git(cwd, 'rev-parse', '--is-inside-work-tree') === 'true';
  if (!isRepository)
    throw new Failure('usage', `${cwd} is in no git repository`, 'Name a file to compare with instead.');
  const next = 'Check the name; in CI fetch it first: a checkout has only the last commit unless it is told otherwise.';
  throw new Failure('usage', `git has no commit ${ref} here`, next);
}

/** The files of one commit, of which some are written to a temporary folder. */
class Tree {
  private readonly written = new Set<string>();
  private readonly files: ReadonlySet<string>;

  constructor(
    private readonly root: string,
    commit: string,
    readonly folder: string,
  ) {
    this.run(['read-tree', commit]);
    this.files = new Set(this.run(['ls-files', '-z']).split('\0').filter(Boolean));
  }

  /** An index of our own leaves the one of the repository alone. */
  private run(words: readonly string[], input = ''): string {
    const env = { ...process.env, GIT_INDEX_FILE: join(this.folder, 'index') };
    return execFileSync('git', [...words], { cwd: this.root, env, input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  }

  has = (path: string): boolean => this.files.has(path);

  /** The files of a folder and below. */
  under = (folder: string): string[] =>
    folder === '.'
      ? [...this.files].filter((path) => !path.includes('/'))
      : [...this.files].filter((path) => path.startsWith(`${folder}/`));

  /** Writes files, and gives those that were not there before. */
  write(paths: readonly string[]): string[] {
    const fresh = [...new Set(paths)].filter((path) => !this.written.has(path));
    for (const path of fresh) this.written.add(path);
    const tree = `${join(this.folder, 'tree')}/`;
    if (fresh.length > 0) this.run(['checkout-index', '-z', '--stdin', `--prefix=${tree}`], fresh.join('\0'));
    return fresh;
  }

  /** What was written: a process of git for each file takes seconds. */
  text = (path: string): string => readFileSync(join(this.folder, 'tree', path), 'utf8');
}

function writeWithImports(paths: readonly string[], tree: Tree): void {
  const fresh = tree.write(paths);
  const imported = fresh.filter(isScript).flatMap((path) => importsOf(path, tree.text(path), tree.has));
  if (imported.length > 0) writeWithImports([...new Set(imported)], tree);
}

/** What the commit has nothing of, said so that one sees what to change. */
function missing(path: string, ref: string): Failure {
  return new Failure('usage', `there is no ${path} at ${ref}`, 'Check the path, or name a commit that has it.');
}

/** The file that a path stands for, relative to the repository: also a contract by its name. */
function fileOf(path: string, prefix: string, tree: Tree): string | undefined {
  const bare = path.split('#')[0] as string;
  const candidates = [bare, `contracts/${bare}/contract.ts`].map((each) => posix.normalize(posix.join(prefix, each)));
  return candidates.find(tree.has);
}

/**
 * Reads a file of an earlier commit as if it lay on disk: the file, all beside it, and what it imports are written to
 * a temporary folder, which is removed afterwards. Packages come from where they are installed now.
 * @param read is given a reference that is relative to a folder, and that folder.
 * @throws Failure (usage) where there is no such commit or file.
 */
export async function fromGit<T>(
  reference: string,
  cwd: string,
  read: (path: string, folder: string) => Promise<T>,
): Promise<T> {
  const { ref, path } = parts(reference);
  const commit = commitOf(ref, cwd);
  const root = git(cwd, 'rev-parse', '--show-toplevel') ?? cwd;
  const prefix = git(cwd, 'rev-parse', '--show-prefix') ?? '';
  const temporary = temporaryFolder('git');
  const folder = temporary.path;
  try {
    const tree = new Tree(root, commit, folder);
    const file = fileOf(path, prefix, tree);
    if (file === undefined) throw missing(path.split('#')[0] as string, ref);
    writeWithImports([...tree.under(posix.dirname(file)), file], tree);
    linkPackages([root, cwd], join(folder, 'tree'));
    const [, operation] = path.split('#');
    return await read(operation === undefined ? file : `${file}#${operation}`, join(folder, 'tree'));
  } finally {
    temporary.remove();
  }
}

function linkPackages(folders: readonly string[], tree: string): void {
  const installed = folders.map((folder) => join(folder, 'node_modules')).find((folder) => existsSync(folder));
  const link = join(tree, 'node_modules');
  if (installed !== undefined && !existsSync(link)) symlinkSync(installed, link, 'junction');
}
