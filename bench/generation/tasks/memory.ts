import fc from 'fast-check';

const RUNS = 1_000_000;
const EVERY = 100_000;
const MEBIBYTE = 2 ** 20;

/** How much of the heap is in use, once what is not needed is gone. */
function heap(): number {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error('memory is measured with --expose-gc');
  collect();
  return process.memoryUsage().heapUsed / MEBIBYTE;
}

/** How much memory a property of a million payloads holds after each hundred thousand, and how much more at the end. */
export function memoryOf(arbitrary: fc.Arbitrary<unknown>): Readonly<Record<string, number>> {
  const held: number[] = [];
  let count = 0;
  const property = fc.property(arbitrary, () => {
    count += 1;
    if (count % EVERY === 0) held.push(heap());
    return true;
  });
  fc.assert(property, { seed: 1, numRuns: RUNS });
  const [first = 0] = held;
  return { payloads: count, first, last: held.at(-1) ?? 0, growth: Math.max(...held) - first };
}
