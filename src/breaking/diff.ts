import type { Contract, Operation } from '../contract';
import type { Result } from '../result';
import { detailsOf, findingOf, resultId, type Told } from './cause-result';
import { type Cause, causesOf, mostHarmfulFirst, type Weighed } from './causes';
import { compareContracts } from './contract/compare';
import { matchOperations } from './contract/matching';
import { type Compared, placeId } from './contract/place';
import { Evidence, type Proven } from './evidence';
import { type Ignore, IgnoreList } from './ignore';
import { callsOf, type ReliedInteraction, reliersOn } from './reliance';
import { type Change, type DiffLevel, effectOf, ruleOf, type SchemaChangeName } from './rules';
import type { Tools } from './tools';

/** How a project weighs the rules: by id. `off` leaves a rule out. */
export type RuleLevels = Readonly<Record<string, DiffLevel | 'off'>>;

/** What a diff is made with. */
export interface DiffOptions {
  readonly tools: Tools;
  readonly levels?: RuleLevels | undefined;
  /** From which level on a change fails. */
  readonly failOn: 'breaking' | 'warning' | 'none';
  readonly ignores: readonly Ignore[];
  /** The day that ignores and announced ends are held against, as `2026-11-24`. */
  readonly today: string;
  /** What consumers have written into their pacts; `undefined` where no pacts are known. */
  readonly interactions?: readonly ReliedInteraction[] | undefined;
}

/** What a diff found: one result for each cause, one for each place where nothing fails, and what to tidy up. */
export interface Diff {
  readonly results: readonly Result[];
  readonly warnings: readonly string[];
}

/** Whether no more is known of a change than the payloads that were found, as of two patterns. */
const isUnproven = (direction: Compared['direction'], change: Change): boolean =>
  change.isUnproven === true ||
  (direction !== 'contract' && effectOf(change.name as SchemaChangeName).unproven === true);

class Differ {
  private readonly ignores: IgnoreList;
  private readonly evidence: Evidence;
  private readonly operations: ReadonlyMap<string, Operation>;

  constructor(
    private readonly before: Contract,
    private readonly after: Contract,
    private readonly options: DiffOptions,
  ) {
    this.ignores = new IgnoreList(options.ignores, options.today);
    this.evidence = new Evidence(options.tools);
    const removed = before.operations.map((operation) => [operation.id, operation] as const);
    const matched = matchOperations(before, after).map((pair) => [pair.after.id, pair.before] as const);
    this.operations = new Map([...removed, ...matched]);
  }

  run(): Diff {
    const { today, tools } = this.options;
    const compared = compareContracts(this.before, this.after, { accepts: tools.accepts, today });
    const weighed = compared.flatMap((place) => this.evidence.of(place).flatMap((proven) => this.weigh(place, proven)));
    const results = mostHarmfulFirst(causesOf(weighed)).map((cause) => this.resultOf(this.told(cause)));
    return { results: [...results, ...this.unchanged(compared, weighed)], warnings: this.ignores.warnings() };
  }

  /** Places at which nothing fails, so that a diff without changes says what it looked at. */
  private unchanged(compared: readonly Compared[], weighed: readonly Weighed[]): Result[] {
    const failed = new Set(
      weighed.filter((one) => this.isFailing(one.level)).map((one) => placeId(one.compared.place)),
    );
    const places = new Set(compared.map(({ place }) => placeId(place)));
    return [...places].filter((id) => !failed.has(id)).map((id) => ({ id, status: 'passed', findings: [] }));
  }

  private isFailing(level: DiffLevel): boolean {
    const { failOn } = this.options;
    return failOn !== 'none' && (level === 'breaking' || (level === 'warning' && failOn === 'warning'));
  }

  private weigh(compared: Compared, proven: Proven): Weighed[] {
    const rule = ruleOf(proven.change, compared.direction);
    const asked = this.options.levels?.[rule.id] ?? rule.level;
    if (asked === 'off') return [];
    const isDoubtful = proven.witness === undefined && isUnproven(compared.direction, proven.change);
    return [{ ...proven, compared, rule, level: asked === 'breaking' && isDoubtful ? 'warning' : asked }];
  }

  private told(cause: Cause): Told {
    const { interactions } = this.options;
    if (interactions === undefined || cause.first.level === 'compatible') return { ...cause, reliers: undefined };
    const reliers = new Set(cause.all.flatMap((weighed) => this.reliersOf(weighed, interactions)));
    return { ...cause, reliers: [...reliers] };
  }

  private reliersOf({ change, compared }: Weighed, interactions: readonly ReliedInteraction[]): ReliedInteraction[] {
    const operation = this.operations.get(compared.place.operation);
    const calls = operation === undefined ? interactions : callsOf(this.before, operation, interactions);
    return reliersOn(change, compared, calls, this.options.tools);
  }

  private resultOf(cause: Told): Result {
    const { level } = cause.first;
    const [id, finding, details] = [resultId(cause), findingOf(cause), detailsOf(cause)];
    const ignored = level === 'compatible' ? undefined : this.ignores.reasonFor(finding);
    if (ignored !== undefined) return { id, status: 'skipped', findings: [finding], reason: ignored, details };
    return { id, status: this.isFailing(level) ? 'failed' : 'passed', findings: [finding], details };
  }
}

/** What changed from one contract to another, and what that breaks for whoever reads its answers or sends its requests. */
export const diffContracts = (before: Contract, after: Contract, options: DiffOptions): Diff =>
  new Differ(before, after, options).run();
