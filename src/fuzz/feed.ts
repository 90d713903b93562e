import { openChamber } from './chambers';
import { numbersOf } from './numbers';
import { DEFAULT_LIMIT, type FuzzOptions } from './options';
import { Plan } from './plan';
import { factsOf, planSourceOf } from './source';
import { workOff } from './work-off';

/**
 * Has a parser read all that a fuzzing shows it, and says nothing of it: for what is measured in the parser itself.
 * `onFed` is told how many cases of the plan it has read so far.
 * @throws Failure (usage) where it is no parser.
 */
export async function feed(options: FuzzOptions, onFed?: (cases: number) => void): Promise<void> {
  const { parser, limit = DEFAULT_LIMIT, signal } = options;
  let fed = 0;
  const source = planSourceOf(options);
  const plan = new Plan(source);
  const chamber = openChamber(parser, { facts: factsOf(options), plan: source, limit });
  try {
    for (const testCase of options.kept ?? []) await chamber.examine([{ testCase, thorough: true }]);
    const numbers = numbersOf(options, plan);
    await workOff([chamber], { numbers, isTimed: (number) => plan.isGrowth(number) }, async (batch) => {
      fed += batch.length;
      onFed?.(fed);
      return signal?.aborted !== true;
    });
  } finally {
    await chamber.close();
  }
}
