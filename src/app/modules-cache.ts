import { lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Bits of a mode that let others write. */
const OTHERS_WRITE = 0o022;

/** Whether a folder is one that nobody else can write to. */
function isOwn(folder: string): boolean {
  const found = lstatSync(folder);
  const { mode, uid } = found;
  return (
    found.isDirectory() && (process.getuid === undefined || (uid === process.getuid() && (mode & OTHERS_WRITE) === 0))
  );
}

/**
 * Returns where compiled modules of the user's are kept: in the user's own cache. Whoever could write there could have code
 * run by the next command, so that a folder of the system for temporary files, which is jiti's own choice, is none.
 * `false` where there is no such place.
 */
export function modulesCache(env: Readonly<Record<string, string | undefined>> = process.env): string | false {
  const base = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(base, 'pactcheck', 'modules');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return isOwn(folder) ? folder : false;
  } catch {
    return false;
  }
}
