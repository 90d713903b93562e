import { spentHere } from '../processor-time';

/** How the time that a parser takes is measured. */
export interface Stopwatch {
  /** Milliseconds so far. */
  readonly read: () => number;
  /** Less than this is not looked at: it may be the machine's. */
  readonly least: number;
}

/** Of a parser in this process: what the processor has spent, which other programs do not change. */
const HERE: Stopwatch = { read: spentHere, least: 30 };

/**
 * The stopwatch for a parser; `remote` where it runs in another program. There, only much tells anything: what the
 * processors spent on it is known in hundredths of a second, or not at all, and then a clock on the wall must do.
 */
export function stopwatchFor(remote: { readonly spent: () => number | undefined } | undefined): Stopwatch {
  return remote === undefined ? HERE : { read: () => remote.spent() ?? performance.now(), least: 200 };
}
