import fc from 'fast-check';
import { BUGS } from '../bugs';
import { sizeOf } from '../contenders';
import { median, processorTime } from '../measure';

export const SEEDS = 25;
/** So many payloads a search may draw to come upon a bug. */
const RUNS = 1_000;

interface Shrunk {
  readonly seed: number;
  readonly calls: number;
  readonly cost: number;
  readonly size: number;
}

/** One search: what it took from the first payload that shows the bug on. */
function shrunk(arbitrary: fc.Arbitrary<unknown>, name: string, seed: number): Shrunk | undefined {
  const isBug = BUGS[name] as (body: Readonly<Record<string, unknown>>) => boolean;
  let calls = 0;
  let from: NodeJS.CpuUsage | undefined;
  const property = fc.property(arbitrary, (value) => {
    const shows = isBug(value as never);
    if (shows) from ??= process.cpuUsage();
    if (from !== undefined) calls += 1;
    return !shows;
  });
  const { counterexample } = fc.check(property, { seed, numRuns: RUNS });
  if (counterexample === null) return undefined;
  return { seed, calls: calls - 1, cost: processorTime(from), size: sizeOf(counterexample[0]) };
}

/** What the figure of one search is called. */
export const callsOfSeed = (seed: number): string => `calls, seed ${seed}`;

/** How a bug is found and shrunk over some seeds: how often, what each search takes, and the medians of that. */
export function shrinkingOf(arbitrary: fc.Arbitrary<unknown>, bug: string): Readonly<Record<string, number>> {
  const all = Array.from({ length: SEEDS }, (_, index) => shrunk(arbitrary, bug, index + 1));
  const found = all.filter((one) => one !== undefined);
  const middle = (of: keyof Shrunk): number => median(found.map((one) => one[of]));
  return {
    found: found.length,
    of: SEEDS,
    calls: middle('calls'),
    most: Math.max(0, ...found.map(({ calls }) => calls)),
    cost: middle('cost'),
    size: middle('size'),
    ...Object.fromEntries(found.map(({ seed, calls }) => [callsOfSeed(seed), calls])),
  };
}
