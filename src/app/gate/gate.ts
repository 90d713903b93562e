import { resolve } from 'node:path';
import { Failure, joinBrokerResults, type Run, runOf } from '../../result';
import { type Config, entriesOf, loadConfig } from '../config';
import { loadContract } from '../contract-reference';
import { changedFiles, existsAt, isShallow, mergeBase } from '../git';
import { commitOf } from '../git-tree';
import { agreedInteractions } from '../report/agreed-interactions';
import { dependenciesOf } from './dependencies';
import { expanded } from './expanded';
import { isLeftOut, type LeftOut, type Part, type PartOutcome } from './part';
import { planOf } from './plan';
import { joinedRun, type PartResult } from './verdict';

/** A broker as a configuration names it; that of the environment where it has no URL. */
interface NamedBroker {
  readonly url: string | undefined;
  readonly certificates: string | undefined;
}

/** A project to check. */
export interface GateOptions {
  /** The configuration's file, where it has another name than usual. */
  readonly config?: string | undefined;
  /** The commit to compare with; the merge base with the main branch where it is not given. */
  readonly base?: string | undefined;
  /** Leaves out what the change since then cannot touch. */
  readonly isOnlyChanged?: boolean | undefined;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Does a part, as a command does that is called with its words. */
  readonly perform: (words: readonly string[]) => Promise<PartOutcome>;
  /** Takes the results of a run to a broker. */
  readonly publish: (run: Run, broker: NamedBroker) => Promise<PartOutcome>;
  /** Told when a part begins. */
  readonly onPart?: (name: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What a gate came to: each part, and all of them as one run. */
export interface Gated {
  readonly results: readonly PartResult[];
  readonly run: Run;
}

/** The pacts, to be read in the report; without those that cannot be read, of which the parts tell. */
function agreed(folder: string): Pick<Run, 'interactions'> {
  try {
    return { interactions: agreedInteractions(folder) };
  } catch (error) {
    if (error instanceof Failure) return {};
    throw error;
  }
}

/** @throws Failure (usage) where git does not know the base that was asked for: nothing would be compared. */
function baseOf({ cwd, env, base: asked }: GateOptions): string | undefined {
  return asked === undefined ? mergeBase(cwd, env) : commitOf(asked, cwd);
}

/** The references in the configuration that lead to no contract. */
async function unreadableIn({ cwd }: GateOptions, config: Config): Promise<ReadonlySet<string>> {
  const references = entriesOf(config).map(({ contract }) => contract);
  const loaded = await Promise.allSettled(references.map((reference) => loadContract(reference, { cwd })));
  return new Set(references.filter((_, index) => loaded[index]?.status === 'rejected'));
}

async function planned(config: Config, options: GateOptions): Promise<(Part | LeftOut)[]> {
  const { cwd, env } = options;
  const base = baseOf(options);
  const existedAtBase = (path: string): boolean => base !== undefined && existsAt(cwd, base, path);
  const unreadable = await unreadableIn(options, config);
  const plan = planOf(config, {
    isUnreadable: (reference) => unreadable.has(reference),
    env,
    base,
    existedAtBase,
    isShallow: isShallow(cwd),
    dependenciesOf: (script) => dependenciesOf(script, cwd),
  });
  if (options.isOnlyChanged !== true || base === undefined) return plan;
  const changed = changedFiles(cwd, base);
  return plan.map((part) =>
    isLeftOut(part) || isTouched(part, changed)
      ? part
      : { name: part.name, reason: 'the change does not touch it', isUntouched: true },
  );
}

/** Files that everything depends on. */
const SHARED = /^(?:package(?:-lock)?\.json|tsconfig\.json|pactcheck\.config\.\w+)$/;

const isTouched = (part: Part, changed: readonly string[]): boolean =>
  changed.some(
    (file) =>
      SHARED.test(file) ||
      part.dependsOn.some((path) => path === '' || path === '.' || file === path || file.startsWith(`${path}/`)),
  );

const isInterrupted = ({ signal }: GateOptions): boolean => signal?.aborted === true;

/** One after the other: the parts share the machine's cores, and their progress is read from above to below. */
async function performAll(
  plan: readonly (Part | LeftOut)[],
  config: Config,
  options: GateOptions,
): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const part of plan) {
    if (isLeftOut(part)) results.push(part);
    else if (isInterrupted(options)) results.push({ name: part.name, reason: 'the gate was interrupted' });
    else {
      options.onPart?.(part.name);
      results.push(await performPart(part, config, results, options));
    }
  }
  return results;
}

const isFailed = (result: PartResult): boolean => 'outcome' in result && result.outcome.end !== 'passed';

async function performPart(
  part: Part,
  config: Config,
  before: readonly PartResult[],
  options: GateOptions,
): Promise<PartResult> {
  if (part.publishes === 'results') return publishedResults(part, config, before, options);
  if (part.publishes === 'pacts' && before.some(isFailed)) return { name: part.name, reason: 'another part failed' };
  return { part, outcome: await options.perform(part.words) };
}

/** What all parts found of one pact is one result: each contract verifies its own part of it. */
async function publishedResults(
  part: Part,
  { broker }: Config,
  before: readonly PartResult[],
  { env, publish }: GateOptions,
): Promise<PartResult> {
  const runs = before.flatMap((result) => ('outcome' in result ? (result.outcome.run ?? []) : []));
  const brokerResults = joinBrokerResults(runs.flatMap((run) => run.brokerResults ?? []));
  if (brokerResults.length === 0) return { name: part.name, reason: 'no pact of a broker was verified' };
  const run = { ...runOf({ command: 'gate', contract: '', seed: 0 }, [], 0), brokerResults };
  const url = broker?.url === undefined ? undefined : expanded(broker.url, env);
  return { part, outcome: await publish(run, { url, certificates: broker?.ca }) };
}

/**
 * Checks everything that a configuration names.
 * @throws Failure (usage) where there is no configuration, it is wrong, or git does not know the base.
 */
export async function gate(options: GateOptions): Promise<Gated> {
  const started = performance.now();
  const config = await loadConfig(options.config, options.cwd);
  const results = await performAll(await planned(config, options), config, options);
  const names = entriesOf(config).map(({ contract }) => contract);
  const durationMs = Math.round(performance.now() - started);
  const run = joinedRun(results, { contract: names.join(', '), seed: config.seed ?? 0 }, durationMs);
  return { results, run: { ...run, ...agreed(resolve(options.cwd, config.pacts ?? 'pacts')) } };
}
