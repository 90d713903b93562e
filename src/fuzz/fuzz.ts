import type { Case } from '../contract';
import { type Result, type Run, runOf } from '../result';
import { resultOfBucket } from './bucket-result';
import { Buckets } from './buckets';
import { Campaign } from './campaign';
import { type Chamber, type ChamberSetup, GivenUp, openAlone, openChambers } from './chambers';
import type { Examination, SingleCase } from './examination';
import { requireDeclared, requireHealthy } from './health';
import { sortedOut } from './kept';
import { numbersOf } from './numbers';
import { DEFAULT_LIMIT, type FuzzOptions } from './options';
import { dependsOnZone, examineInOtherZone } from './other-zone';
import { DEFAULT_POLICY, hasValidBody, Plan, policing } from './plan';
import { Progress } from './progress';
import { factsOf, planSourceOf } from './source';
import { suspectOf } from './suspect';
import { Stopped, workOff } from './work-off';

/** How many cases come before one that is run again. */
const WARM_UP = 24;

/** So often a parser may give no answer: each time costs the time that is waited for one. */
const MOST_HANGS = 40;

const GAVE_UP = 'the run ends here with what is known; mend what it dies of, and run again';

function warmUp(plan: Plan): number[] {
  const step = Math.ceil(plan.poolSize / WARM_UP);
  return Array.from({ length: Math.ceil(plan.poolSize / step) }, (_, index) => index * step);
}

/** One run of the fuzzer, and all that it works with. */
class Session {
  private readonly plan: Plan;
  private readonly setup: ChamberSetup;
  private readonly pool: readonly Case[];
  private readonly chambers: readonly Chamber[];
  /** Where what is looked into was found: what a parser has read before may be why. */
  private chamber: Chamber;
  private readonly alone: ReturnType<typeof openAlone>;
  private readonly campaign: Campaign;
  private readonly progress: Progress;
  private readonly kept: ReturnType<typeof sortedOut>;
  /** Why the run ended early, where it was the parser's fault. */
  private givenUp: string | undefined;
  private hangs = 0;

  constructor(private readonly options: FuzzOptions) {
    const { response, policy = DEFAULT_POLICY, now = () => performance.now() } = options;
    const { model } = response;
    const source = planSourceOf(options);
    this.plan = new Plan(source);
    this.pool = source.pool;
    this.kept = sortedOut((options.kept ?? []).map(policing(model, policy)), options);
    const { parser, limit = DEFAULT_LIMIT, memory, mostDeaths } = options;
    this.setup = { facts: factsOf(options), plan: source, limit, memory, mostDeaths };
    this.chambers = openChambers(parser, this.setup);
    [this.chamber] = this.chambers as [Chamber];
    this.alone = openAlone(parser, this.setup);
    const laboratory = {
      model,
      alone: async (job: SingleCase) => this.alone?.examine(job),
      judge: options.judge,
      givesDefaults: options.givesDefaults,
      examine: (job: SingleCase) => this.examine(job),
      plains: this.plan.plains.map(({ body }) => body),
      valid: source.pool.filter(hasValidBody).map(({ body }) => body),
    };
    const buckets = new Buckets({ ...laboratory, onNew: (bucket) => this.progress.foundNew(bucket) });
    this.campaign = new Campaign(buckets);
    const { poolSize, mutantsFrom } = this.plan;
    for (let number = 0; number < (options.onlyGiven === true ? poolSize : mutantsFrom); number += 1)
      this.campaign.coverage.expect(this.plan.at(number).testCase);
    this.progress = new Progress(options, { campaign: this.campaign, chambers: this.chambers, now });
    if (options.resume !== undefined) this.progress.restore(options.resume);
  }

  async run(): Promise<Run> {
    try {
      await Promise.race([this.work(), stopped(this.options.signal)]);
    } catch (error) {
      if (error instanceof GivenUp) this.givenUp = error.message;
      else if (!(error instanceof Stopped)) throw error;
    } finally {
      await this.close();
    }
    return this.report();
  }

  /** Where somebody waits for the end, a program that takes its time to end is not waited for. */
  private async close(): Promise<void> {
    const closed = Promise.all([...this.chambers, this.alone].map((one) => one?.close()));
    if (this.options.signal?.aborted !== true) return void (await closed);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((settle) => {
      timer = setTimeout(settle, PATIENCE);
    });
    await Promise.race([closed, patience]);
    clearTimeout(timer);
  }

  private async work(): Promise<void> {
    const { only, onlyGiven, onlyKept, afterOthers, resume } = this.options;
    const isWhole = only === undefined && onlyGiven !== true && onlyKept !== true;
    if (isWhole && resume === undefined) {
      await requireHealthy(this.chamber, this.plan, this.options.response.model);
      await requireDeclared(this.chamber, this.plan, this.options.rejectsWith ?? []);
    }
    // What depends on the responses before it is seen only after some.
    if (only !== undefined || afterOthers === true) await this.chamber.examine(warmUp(this.plan));
    const named = this.kept.current.filter(({ id }) => id === only);
    if (named.length > 0) return this.runKept(named);
    if (only === undefined && resume === undefined) await this.runKept(this.ofThisShard(this.kept.current));
    if (onlyKept !== true) await this.runPlanned();
    if (isWhole && this.progress.hasTime && this.givenUp === undefined) await this.runInOtherZone();
  }

  private async runKept(cases: FuzzOptions['kept'] = []): Promise<void> {
    for (const testCase of cases) {
      this.requireGoing();
      await this.campaign.takeKept(testCase, await this.examine({ testCase, thorough: true }));
      this.progress.tell();
    }
  }

  private async runPlanned(): Promise<void> {
    const numbers = numbersOf(this.options, this.plan, this.progress.taken);
    const isTimed = (number: number): boolean => this.plan.isGrowth(number);
    await workOff(this.chambers, { numbers, isTimed }, async (batch, found, chamber) => {
      this.chamber = chamber;
      for (const [index, examination] of found.entries()) {
        this.requireGoing();
        await this.take(batch[index] as number, examination);
        this.progress.took();
      }
      this.progress.tell();
      if (this.hangs >= MOST_HANGS) this.givenUp = `the parser gave no answer ${this.hangs} times`;
      return this.progress.hasTime && this.givenUp === undefined;
    });
  }

  /** A mutant that passes stands for nothing of its own: it is not made once more here to be looked at. */
  private async take(number: number, complaints: Examination): Promise<void> {
    if (complaints.some(({ rule }) => rule === 'hang')) this.hangs += 1;
    const held = complaints.filter(({ rule }) => !this.isOff(rule));
    if (held.length === 0 && this.plan.isMutant(number)) this.campaign.passMutant();
    else await this.campaign.take(this.plan.at(number).testCase, held);
  }

  private isOff(rule: string): boolean {
    return Object.hasOwn(this.options.turnedOff ?? {}, rule);
  }

  private async runInOtherZone(): Promise<void> {
    const { parser, shard } = this.options;
    if (this.isOff('depends-on-time-zone') || !dependsOnZone(parser, this.setup)) return;
    const isMine = (index: number): boolean => shard === undefined || index % shard.count === shard.index - 1;
    await examineInOtherZone(parser, this.setup, { plan: this.plan, buckets: this.campaign.buckets, isMine });
  }

  private async examine(job: SingleCase): Promise<Examination> {
    this.requireGoing();
    return (await this.chamber.examine([job]))[0] ?? [];
  }

  /** @throws Stopped where somebody has interrupted. */
  private requireGoing(): void {
    if (this.options.signal?.aborted === true) throw new Stopped();
  }

  /** Shards take turns in what was kept, as in all else. */
  private ofThisShard<T>(all: readonly T[]): T[] {
    const { shard } = this.options;
    return shard === undefined ? [...all] : all.filter((_, index) => index % shard.count === shard.index - 1);
  }

  /** Of what an amount or a time cut off before every class had its turn, a pass says little. */
  private warnings(): string[] {
    if (this.givenUp !== undefined) return [`${this.givenUp}: ${GAVE_UP}`];
    const { only, onlyKept, shard, signal } = this.options;
    const [taken, all] = [this.progress.taken, this.plan.poolSize];
    const isAskedForAll = only === undefined && onlyKept !== true && shard === undefined && signal?.aborted !== true;
    return isAskedForAll && taken < all
      ? [`${taken} of the ${all} cases that this contract needs were run: allow more, to try all of its classes`]
      : [];
  }

  private report(): Run {
    const { contract, seed, shard } = this.options;
    const passed = this.campaign.passedIds;
    const failed = this.campaign.buckets.all.map((bucket) =>
      resultOfBucket(this.options, bucket, suspectOf(bucket, this.pool, passed)),
    );
    const results = [...failed, ...this.ofThisShard(this.kept.stale), ...this.campaign.passedResults];
    const run = runOf({ command: 'fuzz', contract, seed }, results, Math.round(this.progress.elapsed));
    const warnings = [...this.warnings(), ...nowhereRefused(failed)];
    return {
      ...run,
      coverage: this.campaign.coverage.coverage(),
      ...(shard === undefined ? {} : { shard }),
      ...(warnings.length === 0 ? {} : { warnings }),
    };
  }
}

/** Rejects once somebody interrupts: what is under way then, which may take long, is left as it is. */
const stopped = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, fail) => {
    if (signal?.aborted === true) fail(new Stopped());
    signal?.addEventListener('abort', () => fail(new Stopped()), { once: true });
  });

/** How long isolates may take to end where somebody has interrupted, in milliseconds. */
const PATIENCE = 300;

/** So many places say that a parser does not validate, where few others say anything else. */
const NOWHERE = 5;

/** Of a parser that takes what is invalid nearly everywhere, that is one thing to say, and to decide on. */
function nowhereRefused(failed: readonly Result[]): string[] {
  const places = failed.filter(({ findings: [finding] }) => finding?.rule === 'accepts-invalid').length;
  return places >= NOWHERE && places * 2 > failed.length
    ? [
        `the parser takes invalid responses at ${places} places, as one that does not validate: if that is meant, say so by --invalid may-pass`,
      ]
    : [];
}

/**
 * Feeds a parser responses, those that were kept and those given first, and says what it does wrong with them: one
 * failed result for each thing that is wrong, with the smallest response that shows it.
 * @throws Failure (environment) where the parser cannot be started, or refuses valid responses wholesale; Failure
 * (usage) where it is no parser, or there is no case of the id asked for.
 */
export const fuzz = async (options: FuzzOptions): Promise<Run> => new Session(options).run();
