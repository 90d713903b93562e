import { type Drawing, sizeOf } from '../contenders';
import { costOf } from '../measure';

const SAMPLE = 500;
const SIZED = 3_000;

/** Text that was joined of pieces is copied together when it is first looked into: that is part of making it. */
function use(drawn: unknown): void {
  if (typeof drawn === 'string') drawn.charCodeAt(drawn.length >> 1);
}

const meanSize = ({ next }: Drawing): number => {
  let sum = 0;
  for (let left = SIZED; left > 0; left -= 1) sum += sizeOf(next());
  return sum / SIZED;
};

/** What a payload costs, in nanoseconds, and how large it is in the mean. */
export function speedOf(drawing: Drawing, how: 'sample' | 'generate'): Readonly<Record<string, number>> {
  const size = meanSize(drawing);
  if (how === 'generate') return { cost: costOf(() => use(drawing.next())), size };
  let seed = 0;
  const sample = (): void => {
    seed += 1;
    for (const drawn of drawing.sample(seed, SAMPLE)) use(drawn);
  };
  return { cost: costOf(sample) / SAMPLE, size };
}
