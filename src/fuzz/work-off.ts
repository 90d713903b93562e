import { type Chamber, GivenUp } from './chambers';
import type { Examination } from './examination';

/** So many cases go into an isolate at once, and so many batches wait there, that it is never idle. */
const BATCH = 64;
const AHEAD = 4;

/** Somebody has interrupted: what was begun is left as it is. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

interface Waiting {
  readonly numbers: readonly number[];
  readonly found: Promise<readonly Examination[]>;
}

/** Up to so many of what is left. */
function takeFrom(numbers: Iterator<number>, count: number): number[] {
  const taken: number[] = [];
  while (taken.length < count) {
    const { value, done } = numbers.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

/**
 * Runs the numbers in batches, and gives what came of each to `take`, in order, as long as it says to go on.
 * @throws GivenUp where the chamber gives the parser up, once `take` has what is known by then.
 */
export async function workOff(
  chamber: Pick<Chamber, 'examine'>,
  numbers: Iterator<number>,
  take: (numbers: readonly number[], found: readonly Examination[]) => Promise<boolean>,
): Promise<void> {
  const waiting: Waiting[] = [];
  for (;;) {
    while (waiting.length < AHEAD) {
      const batch = takeFrom(numbers, BATCH);
      if (batch.length === 0) break;
      const found = chamber.examine(batch);
      // Where an earlier batch ends the run, nobody is left to wait for this one.
      found.catch(() => undefined);
      waiting.push({ numbers: batch, found });
    }
    const next = waiting.shift();
    if (next === undefined) return;
    const found = await next.found.catch((error: unknown) => {
      if (error instanceof GivenUp) return error;
      throw error;
    });
    const isGoing = await take(next.numbers, found instanceof GivenUp ? found.found : found);
    if (found instanceof GivenUp) throw found;
    if (!isGoing) return;
  }
}
