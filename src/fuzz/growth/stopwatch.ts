/** How the time that a parser takes is measured. */
export interface Stopwatch {
  /** Milliseconds so far. */
  readonly read: () => number;
  /** Less than this is not looked at: it may be the machine's. */
  readonly least: number;
}

/** Of a parser in this process: what the processor has spent, which other programs do not change. */
export const PROCESSOR_TIME: Stopwatch = {
  read: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  least: 30,
};

/** Of a parser in another program: what a clock on the wall says, of which only much tells anything. */
export const WALL_TIME: Stopwatch = { read: () => performance.now(), least: 200 };
