import { GivenUp } from './chambers';
import type { Examination, Job } from './examination';

/** So many cases go into a chamber at once. */
const BATCH = 128;

/** Somebody has interrupted: what was begun is left as it is. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

interface Examines {
  readonly ahead: number;
  examine(jobs: readonly Job[]): Promise<readonly Examination[]>;
}

/** What is to be done. */
interface Work {
  /** The numbers of cases of the plan. */
  readonly numbers: Iterable<number>;
  /** Whether it is measured how long the parser takes for a case. */
  readonly isTimed: (number: number) => boolean;
}

interface Waiting<Chamber> {
  readonly numbers: readonly number[];
  readonly found: Promise<readonly Examination[]>;
  readonly chamber: Chamber;
}

interface Batch {
  readonly numbers: readonly number[];
  readonly isTimed: boolean;
}

/** The numbers in batches: what is timed is never among what is not. */
function* batchesOf(numbers: Iterable<number>, isTimed: (number: number) => boolean): Generator<Batch> {
  let batch: number[] = [];
  let isOfTimed = false;
  for (const number of numbers) {
    if (batch.length === BATCH || (batch.length > 0 && isTimed(number) !== isOfTimed)) {
      yield { numbers: batch, isTimed: isOfTimed };
      batch = [];
    }
    if (batch.length === 0) isOfTimed = isTimed(number);
    batch.push(number);
  }
  if (batch.length > 0) yield { numbers: batch, isTimed: isOfTimed };
}

const allFound = (waiting: readonly Waiting<unknown>[]): Promise<unknown> =>
  Promise.allSettled(waiting.map(({ found }) => found));

/**
 * Runs the numbers in batches, the chambers in turns, whichever is done first: and gives what came of each to `take`, in
 * the order of the numbers and with the chamber that it was found in, as long as it says to go on. While a time is
 * measured, nothing else is done in any of them.
 * @throws GivenUp where a chamber gives the parser up, once `take` has what is known by then.
 */
export async function workOff<Chamber extends Examines>(
  chambers: readonly Chamber[],
  { numbers, isTimed }: Work,
  take: (numbers: readonly number[], found: readonly Examination[], chamber: Chamber) => Promise<boolean>,
): Promise<void> {
  const batches = batchesOf(numbers, isTimed);
  const ahead = chambers.reduce((sum, chamber) => sum + chamber.ahead, 0);
  const waiting: Waiting<Chamber>[] = [];
  for (let turn = 0; ; ) {
    while (waiting.length < ahead) {
      const { value: batch, done } = batches.next();
      if (done === true) break;
      if (batch.isTimed) await allFound(waiting);
      const chamber = chambers[turn % chambers.length] as Chamber;
      turn += 1;
      const found = chamber.examine(batch.numbers);
      // Where an earlier batch ends the run, nobody is left to wait for this one.
      found.catch(() => undefined);
      waiting.push({ numbers: batch.numbers, found, chamber });
      if (batch.isTimed) await allFound(waiting);
    }
    const next = waiting.shift();
    if (next === undefined) return;
    const found = await next.found.catch((error: unknown) => {
      if (error instanceof GivenUp) return error;
      throw error;
    });
    const isGoing = await take(next.numbers, found instanceof GivenUp ? found.found : found, next.chamber);
    if (found instanceof GivenUp) throw found;
    if (!isGoing) return;
  }
}
