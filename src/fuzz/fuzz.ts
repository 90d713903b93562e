import type { Case } from '../contract';
import { type Run, runOf } from '../result';
import { resultOfBucket } from './bucket-result';
import { Buckets } from './buckets';
import { Campaign } from './campaign';
import { type Chamber, openChamber } from './chambers';
import type { Examination } from './examiner';
import { numbersOf } from './numbers';
import { DEFAULT_LIMIT, type FuzzOptions } from './options';
import { DEFAULT_POLICY, Plan, type PlanSource, policing } from './plan';

/** So many cases go into an isolate at once, and so many batches wait there, that it is never idle. */
const BATCH = 64;
const AHEAD = 2;

/** How many cases come before one that is run again. */
const WARM_UP = 24;

function* warmUp(plan: Plan): Generator<number> {
  for (let number = 0; number < plan.poolSize; number += Math.ceil(plan.poolSize / WARM_UP)) yield number;
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

/** Runs the numbers in batches, and gives what came of each to `take`, in order, until it says that it is enough. */
async function workOff(
  chamber: Chamber,
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
    if (next === undefined || !(await take(next.numbers, await next.found))) return;
  }
}

/**
 * Feeds a parser responses, those given first, and says what it does wrong with them: one failed result for each
 * thing that is wrong, with the smallest response that shows it.
 * @throws Failure (environment) where the parser cannot be started, or refuses valid responses wholesale; Failure
 * (usage) where it is no parser, or there is no case of the id asked for.
 */
export async function fuzz(options: FuzzOptions): Promise<Run> {
  const { response, policy = DEFAULT_POLICY, now = () => performance.now() } = options;
  const started = now();
  const { model } = response;
  const source: PlanSource = {
    model,
    rules: options.rules,
    pool: Array.from(options.cases, policing(model, policy)),
    seed: options.seed,
  };
  const plan = new Plan(source);
  const facts = { rejectsWith: options.rejectsWith ?? [], model, unknownFields: policy.unknownFields };
  const chamber = openChamber(options.parser, { facts, plan: source, limit: options.limit ?? DEFAULT_LIMIT });
  const examine = async (testCase: Case, thorough: boolean): Promise<Examination> =>
    (await chamber.examine([{ testCase, thorough }]))[0] ?? [];
  const buckets = new Buckets({ model, judge: options.judge, examine, plain: plan.plain?.body });
  const campaign = new Campaign(buckets, ({ id }) => id.startsWith('mutant '));
  for (const testCase of source.pool) campaign.coverage.expect(testCase);
  const deadline = started + (options.time ?? Number.POSITIVE_INFINITY);
  try {
    // What depends on the responses before it is seen only after some.
    if (options.only !== undefined) await chamber.examine(takeFrom(warmUp(plan), WARM_UP));
    await workOff(chamber, numbersOf(options, plan), async (numbers, found) => {
      for (const [index, number] of numbers.entries()) {
        await campaign.take(plan.at(number).testCase, found[index] ?? []);
        if (options.signal?.aborted === true) return false;
      }
      return now() < deadline;
    });
  } finally {
    await chamber.close();
  }
  return runFrom(options, campaign, Math.round(now() - started));
}

function runFrom(options: FuzzOptions, campaign: Campaign, durationMs: number): Run {
  const { contract, seed, shard } = options;
  const failed = campaign.buckets.all.map((bucket) => resultOfBucket(options, bucket));
  const run = runOf({ command: 'fuzz', contract, seed }, [...failed, ...campaign.passedResults], durationMs);
  return { ...run, coverage: campaign.coverage.coverage(), ...(shard === undefined ? {} : { shard }) };
}
