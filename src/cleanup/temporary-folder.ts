import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteLeft } from './left';

/** A folder of our own in the temporary folder of the machine. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** Tells apart the containers of a machine that share a temporary folder: a process id counts within one only. */
function pidSpace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** `pactcheck-<what for>-<space>.<process>-<random>` */
const NAME = /^pactcheck-[a-z]+-(\d+)\.(\d+)-\w{6}$/;

/** Removes the folders of runs that were killed; those of others, which we may not remove, stay. */
function removeStale(space: string): void {
  for (const name of readdirSync(tmpdir())) {
    const [, of, pid] = NAME.exec(name) ?? [];
    if (of !== space || isRunning(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Somebody else's.
    }
  }
}

let isTidied = false;

/**
 * Makes a temporary folder, and the first time removes those that killed runs have left.
 * @param purpose a word, in small letters.
 */
export function temporaryFolder(purpose: string): TemporaryFolder {
  const space = pidSpace();
  if (!isTidied) removeStale(space);
  isTidied = true;
  const path = mkdtempSync(join(tmpdir(), `pactcheck-${purpose}-${space}.${process.pid}-`));
  const gone = noteLeft({ kind: 'folder', path });
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true });
    gone();
  };
  return { path, remove };
}
