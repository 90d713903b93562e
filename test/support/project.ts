import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Somebody's project on disk, with git where it is asked for. */
export interface Project {
  readonly folder: string;
  /** Writes files, as text by path. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly git: (...words: readonly string[]) => string;
  /** Commits all that is there. */
  readonly commit: (message: string) => void;
  readonly remove: () => void;
}

const AUTHOR = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];

/** A new project in a temporary folder, with these files. */
export function makeProject(files: Readonly<Record<string, string>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'pactcheck-project-'));
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...words: readonly string[]): string =>
    execFileSync('git', [...AUTHOR, ...words], {
      cwd: folder,
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const project: Project = {
    folder,
    write: (more) => {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    git,
    commit: (message) => {
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  project.write(files);
  git('init', '--quiet', '--initial-branch', 'main');
  return project;
}
