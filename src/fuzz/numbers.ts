import { Failure } from '../result';
import { DEFAULT_RUNS, type FuzzOptions } from './options';
import type { Plan } from './plan';

/** How many cases are run: of a shard, its part. */
function countOf({ runs = DEFAULT_RUNS, onlyGiven, shard }: FuzzOptions, plan: Plan): number {
  const all = onlyGiven === true ? plan.poolSize : Math.min(runs, plan.size);
  return shard === undefined ? all : Math.floor((all + shard.count - shard.index) / shard.count);
}

/**
 * The numbers of the cases to run, in order, without the first so many: shards take them in turns.
 * @throws Failure (usage) where there is no case of the id asked for.
 */
export function* numbersOf(options: FuzzOptions, plan: Plan, without = 0): Generator<number> {
  const { only, shard } = options;
  if (only !== undefined) {
    const number = plan.numberOf(only);
    if (number !== undefined) return yield number;
    const next = 'Give an id as the report has it, with the same --seed.';
    throw new Failure('usage', `there is no case ${only}`, next);
  }
  const [first, step] = shard === undefined ? [0, 1] : [shard.index - 1, shard.count];
  const count = countOf(options, plan);
  for (let taken = without; taken < count; taken += 1) yield first + taken * step;
}
