import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** The variable of the environment that a program hands to all that it starts, as programs do. */
const VARIABLE = 'PACTCHECK_PROGRAM';

/** What marks a program and all that comes of it, however far it gets away: into a session of its own, or to another parent. */
export interface Mark {
  readonly env: Readonly<Record<string, string>>;
  /** Ends all that carries the mark; on systems that tell of no environments (Linux does), nothing. */
  readonly end: () => void;
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  } catch {
    return [];
  }
}

/** Makes a mark for one program. */
export function newMark(): Mark {
  const value = randomBytes(8).toString('hex');
  const end = (): void => {
    for (const pid of processes().filter((one) => environmentOf(one).includes(`${VARIABLE}=${value}`))) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
  };
  return { env: { [VARIABLE]: value }, end };
}
