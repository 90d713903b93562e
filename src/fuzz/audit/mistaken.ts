import type { Read, Subject } from '../subject';

const memory: unknown[] = [];

/** What ends or blocks a program, by name. */
const HARMS: Readonly<Record<string, () => void>> = {
  'loops-for-ever': () => {
    for (;;);
  },
  'ends-the-process': () => process.exit(1),
  'throws-later': () => {
    setTimeout(() => {
      throw new RangeError('planted');
    }, 0);
  },
  'rejects-unseen': () => {
    Promise.reject(new TypeError('planted'));
  },
  'takes-all-memory': () => {
    for (;;) memory.push(new Array(1_000_000).fill(memory.length));
  },
};

/** The names of the mistakes that end or block the program that they are made in. */
export const LOUD_MISTAKES: readonly string[] = Object.keys(HARMS);

/** How a parser reads, with the mistake that is planted behind it. */
export function mistaken({ mistake, read }: Pick<Subject, 'mistake' | 'read'>): Read {
  if (mistake === undefined) return read;
  if (typeof mistake === 'function') return mistake(read);
  return (testCase, response) => {
    if (testCase.id === mistake.at) HARMS[mistake.name]?.();
    return read(testCase, response);
  };
}
