import { shorten } from '../../result';

/** The last line that is no place in a stack. */
const lastOf = (noise: string): string =>
  noise
    .trim()
    .split('\n')
    .filter((line) => !/^\s/.test(line))
    .at(-1) ?? '';

/** How a process ended, as a predicate, with the last thing that it said. */
export function howEnded(code: number | null, signal: NodeJS.Signals | null, noise: string): string {
  const last = lastOf(noise);
  return `it ended the process with ${signal ?? `exit code ${code}`}${last === '' ? '' : `: ${shorten(last)}`}`;
}
