import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Linux tells times in hundredths of a second, whatever its own clock does. */
const TICK = 10;

/** Where in /proc/PID/stat, behind the name of the program, things stand: see proc_pid_stat(5). */
const FIELDS = { group: 2, user: 11, system: 12 } as const;

function statOf(pid: number | string): { readonly group: number; readonly spent: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [group = 0, user = 0, system = 0] = [fields[FIELDS.group], fields[FIELDS.user], fields[FIELDS.system]];
    return { group, spent: (user + system) * TICK };
  } catch {
    return undefined;
  }
}

/** Milliseconds that processors have spent on a process so far; `undefined` where the system does not tell (Linux does). */
export const spentOn = (pid: number | undefined): number | undefined =>
  pid === undefined ? undefined : statOf(pid)?.spent;

/** For so many milliseconds the members of a group are taken to be the same: looking for them takes long. */
const SETTLED = 1000;

/** Tells the same of all processes of a group that still run: of what a shell has started, too. */
export function spentOnGroup(leader: number | undefined): () => number | undefined {
  let [members, lookedAt] = [[] as string[], Number.NEGATIVE_INFINITY];
  return () => {
    if (leader === undefined || statOf('self') === undefined) return undefined;
    if (performance.now() - lookedAt > SETTLED) {
      members = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.group === leader);
      lookedAt = performance.now();
    }
    return members.reduce((sum, pid) => sum + (statOf(pid)?.spent ?? 0), 0);
  };
}

/** What Linux calls the thread that asks, for any other thread of its process; `undefined` on other systems. */
export function threadHere(): string | undefined {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return undefined;
  }
}

/** Nanoseconds of running come first in /proc/PID/task/TID/schedstat. */
function spentByThread(thread: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(`/proc/${thread}/schedstat`, 'latin1'), 10) / 1e6;
  } catch {
    return undefined;
  }
}

/** Milliseconds that processors have spent on all threads of this process so far. */
export function spentHere(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds that processors have spent on a thread of this process, to within the few that Linux takes to count them;
 * where nobody tells, on all of its threads.
 */
export const spentOnThread = (thread: string | undefined): number =>
  (thread === undefined ? undefined : spentByThread(thread)) ?? spentHere();

/** Linux tells memory in pages. */
const PAGE = 4096;

/** Megabytes that a process has in memory; `undefined` where the system does not tell (Linux does). */
export function residentOf(pid: number | undefined): number | undefined {
  try {
    return Math.round((Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE) / 1_000_000);
  } catch {
    return undefined;
  }
}
