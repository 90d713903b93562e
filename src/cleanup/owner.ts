import { readFileSync, readlinkSync } from 'node:fs';

/** Tells apart the containers of a machine that share a folder: a process id counts within one only. */
function pidSpace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}

/** When a process was started, in ticks since the machine was: a process id is given again. `0` where the system does not tell. */
function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the name of the program, which may hold anything, in brackets.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
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

/** What an owner looks like in the name of a file. */
export const OWNER = String.raw`\d+\.\d+\.\d+`;

/** Returns this process as it stands in the names of its files: `<container>.<process>.<start>`. */
export const ownerName = (): string => `${pidSpace()}.${process.pid}.${startOf(process.pid)}`;

/** What has become of the owner of a file. */
export type OwnerState = 'runs' | 'gone' | 'elsewhere';

/** Returns whether the process of a name runs, is gone, or is of another container, of which nothing can be told. */
export function ownerState(owner: string): OwnerState {
  const [space, pid, start] = owner.split('.');
  if (space !== pidSpace()) return 'elsewhere';
  return isRunning(Number(pid)) && startOf(Number(pid)) === start ? 'runs' : 'gone';
}
