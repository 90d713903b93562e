import { writeSync } from 'node:fs';
import type { GlobalOptions } from './context';

/** What a program runs in: what it writes to, whom it asks, and what interrupts it. */
export interface Host {
  /** Writes to stdout as it stands. */
  readonly out: (text: string) => void;
  /** Writes to stderr as it stands. */
  readonly err: (text: string) => void;
  readonly isTerminal: Readonly<Record<'stdin' | 'stdout' | 'stderr', boolean>>;
  /** Asks the person, and gives the answer without blanks around it. */
  readonly ask: (question: string) => Promise<string>;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
  /** Told when a command begins, with which options. */
  readonly onCalled: (options: GlobalOptions) => void;
}

/** Tells which of the standard streams are at a terminal. */
export const terminals = (): Host['isTerminal'] => ({
  stdin: process.stdin.isTTY === true,
  stdout: process.stdout.isTTY === true,
  stderr: process.stderr.isTTY === true,
});

/** Asks on stderr, since stdout may be read by a program. */
export async function ask(question: string): Promise<string> {
  const { createInterface } = require('node:readline/promises') as typeof import('node:readline/promises');
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await reader.question(question)).trim();
  } finally {
    reader.close();
  }
}

/** How long a stream that takes nothing just now is left alone, in milliseconds. */
const PAUSE = 2;

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);

/** Writes all of a text to a file descriptor, however long its reader takes. @throws where nobody reads it any more. */
export function writeAll(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** Writes to stderr; that nobody can read it is nobody's failure. */
export function tell(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // There is nobody to tell.
  }
}
