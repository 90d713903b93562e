import { type Contract, canonicalJson, type JsonValue, type Operation } from '../contract';
import { type Finding, fingerprint, type Result } from '../result';
import { compareContracts } from './contract/compare';
import { matchOperations } from './contract/matching';
import { type Compared, placeId, placeName } from './contract/place';
import { type Ignore, IgnoreList } from './ignore';
import { callsOf, type ReliedInteraction, reliersOn, tellReliers } from './reliance';
import { type BreakingRule, type Change, type DiffLevel, effectOf, ruleOf, type SchemaChangeName } from './rules';
import { type Tools, WitnessFinder } from './witness';

/** How a project weighs the rules: by id. `off` leaves a rule out. */
export type RuleLevels = Readonly<Record<string, DiffLevel | 'off'>>;

/** What a diff is made with. */
export interface DiffOptions {
  readonly tools: Tools;
  readonly levels?: RuleLevels | undefined;
  /** From which level on a change fails. */
  readonly failOn: 'breaking' | 'warning' | 'none';
  readonly ignores: readonly Ignore[];
  /** The day that ignores are held against, as `2026-11-24`. */
  readonly today: string;
  /** What consumers have written into their pacts; `undefined` where no pacts are known. */
  readonly interactions?: readonly ReliedInteraction[] | undefined;
}

/** What a diff found: one result for each change, one for each place where nothing fails, and what to tidy up. */
export interface Diff {
  readonly results: readonly Result[];
  readonly warnings: readonly string[];
}

/** One change with all that is known of it. */
interface Weighed {
  readonly compared: Compared;
  readonly change: Change;
  readonly rule: BreakingRule;
  readonly level: DiffLevel;
  readonly witness: string | undefined;
  readonly reliers: readonly ReliedInteraction[] | undefined;
}

const isHarm = (rule: BreakingRule, change: Change): boolean => {
  if (rule.direction === 'contract') return false;
  const effect = effectOf(change.name as SchemaChangeName);
  return rule.direction === 'response' ? effect.widens : effect.narrows;
};

/** Of two patterns, say, no more is known than the payloads that were found. */
const isUnproven = (rule: BreakingRule, change: Change): boolean =>
  change.isUnproven === true ||
  (rule.direction !== 'contract' && effectOf(change.name as SchemaChangeName).unproven === true);

class Differ {
  private readonly ignores: IgnoreList;
  private readonly finders = new Map<string, WitnessFinder>();
  private readonly operations: ReadonlyMap<string, Operation>;

  constructor(
    private readonly before: Contract,
    private readonly after: Contract,
    private readonly options: DiffOptions,
  ) {
    this.ignores = new IgnoreList(options.ignores, options.today);
    const removed = before.operations.map((operation) => [operation.id, operation] as const);
    const matched = matchOperations(before, after).map((pair) => [pair.after.id, pair.before] as const);
    this.operations = new Map([...removed, ...matched]);
  }

  run(): Diff {
    const compared = compareContracts(this.before, this.after, this.options.tools.accepts);
    const results = compared.flatMap((place) => this.resultsOf(place));
    return { results: [...results, ...this.unchanged(compared, results)], warnings: this.ignores.warnings() };
  }

  /** Places at which nothing fails, so that a diff without changes says what it looked at. */
  private unchanged(compared: readonly Compared[], results: readonly Result[]): Result[] {
    const failed = new Set(results.filter(({ status }) => status === 'failed').map(({ id }) => id.split(': ')[0]));
    const places = new Set(compared.map(({ place }) => placeId(place)));
    return [...places].filter((id) => !failed.has(id)).map((id) => ({ id, status: 'passed', findings: [] }));
  }

  private resultsOf(compared: Compared): Result[] {
    let finder: WitnessFinder | undefined;
    const witness = (change: Change): string | undefined => {
      if (compared.models === undefined) return undefined;
      finder ??= this.finderOf(compared.models, compared.direction === 'response' ? 'before' : 'after');
      return finder.find(change);
    };
    return compared.changes.flatMap((change) => {
      const weighed = this.weigh(compared, change, witness);
      return weighed === undefined ? [] : [this.resultOf(weighed)];
    });
  }

  /** Operations that share their models share what is found of them. */
  private finderOf(models: NonNullable<Compared['models']>, narrower: 'before' | 'after'): WitnessFinder {
    const key = canonicalJson([narrower, models.before.schema, models.after.schema] as unknown as JsonValue);
    const finder = this.finders.get(key) ?? new WitnessFinder(models, narrower, this.options.tools);
    this.finders.set(key, finder);
    return finder;
  }

  private weigh(compared: Compared, change: Change, find: (change: Change) => string | undefined): Weighed | undefined {
    const rule = ruleOf(change, compared.direction);
    const asked = this.options.levels?.[rule.id] ?? rule.level;
    if (asked === 'off') return undefined;
    const witness = isHarm(rule, change) && asked !== 'compatible' ? find(change) : undefined;
    const level = asked === 'breaking' && witness === undefined && isUnproven(rule, change) ? 'warning' : asked;
    const { interactions, tools } = this.options;
    const operation = this.operations.get(compared.place.operation);
    const calls = operation === undefined ? interactions : callsOf(this.before, operation, interactions ?? []);
    const reliers =
      interactions === undefined || level === 'compatible'
        ? undefined
        : reliersOn(change, compared, calls ?? [], tools);
    return { compared, change, rule, level, witness, reliers };
  }

  private resultOf(weighed: Weighed): Result {
    const { compared, change, rule, level } = weighed;
    const finding = findingOf(weighed);
    const place = [change.pointer, rule.id, change.subject].filter((word) => word !== '' && word !== undefined);
    const id = `${placeId(compared.place)}: ${place.join(' ')}`;
    const { failOn } = this.options;
    const isFailing = failOn !== 'none' && (level === 'breaking' || (level === 'warning' && failOn === 'warning'));
    const ignored = level === 'compatible' ? undefined : this.ignores.reasonFor(finding);
    const details = detailsOf(weighed);
    if (ignored !== undefined) return { id, status: 'skipped', findings: [finding], reason: ignored, details };
    return { id, status: isFailing ? 'failed' : 'passed', findings: [finding], details };
  }
}

function findingOf({ compared, change, rule, level, reliers }: Weighed): Finding {
  const { place } = compared;
  const where = `${change.pointer === '' ? '' : `${change.pointer} in `}${placeName(place)}`;
  return {
    rule: rule.id,
    level,
    pointer: change.pointer,
    message: `${where} ${rule.says(change)}${tellReliance(level, reliers)}`,
    expected: change.before,
    actual: change.after,
    fingerprint: fingerprint({
      rule: rule.id,
      place: change.pointer,
      scope: [placeId(place), change.subject ?? ''].join(' '),
    }),
  };
}

function tellReliance(level: DiffLevel, reliers: Weighed['reliers']): string {
  if (reliers === undefined) return '';
  if (reliers.length === 0) return '; no interaction relies on it';
  const told = tellReliers(reliers);
  return level === 'breaking' ? `; breaks ${told}` : `; ${told} ${reliers.length === 1 ? 'relies' : 'rely'} on it`;
}

function detailsOf({ compared, rule, witness, reliers }: Weighed): Readonly<Record<string, string>> {
  const sides =
    compared.direction === 'request'
      ? 'the old contract allows this payload, the new one refuses it'
      : 'the new contract allows this payload, the old one refuses it';
  return {
    why: rule.because,
    ...(witness === undefined ? {} : { payload: witness, witness: sides }),
    ...(reliers === undefined || reliers.length === 0
      ? {}
      : { interactions: reliers.map(({ consumer, description }) => `${consumer}: ${description}`).join('\n') }),
  };
}

/** What changed from one contract to another, and what that breaks for whoever reads its answers or sends its requests. */
export const diffContracts = (before: Contract, after: Contract, options: DiffOptions): Diff =>
  new Differ(before, after, options).run();
