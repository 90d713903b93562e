import { resolve } from 'node:path';
import { Failure, type Run } from '../../result';
import { type Config, entriesOf, loadConfig } from '../config';
import { loadContract } from '../contract-reference';
import { changedFiles, existsAt, isShallow, mergeBase } from '../git';
import { commitOf } from '../git-tree';
import { agreedInteractions } from '../report/agreed-interactions';
import { dependenciesOf } from './dependencies';
import { isLeftOut, type LeftOut, type Part, type PartResult, type Watch } from './part';
import { performPart } from './perform';
import { planOf } from './plan';
import { joinedRun } from './verdict';

/** A project to check. */
export interface GateOptions extends Watch {
  /** The configuration's file, where it has another name than usual. */
  readonly config?: string | undefined;
  /** The commit to compare with; the merge base with the main branch where it is not given. */
  readonly base?: string | undefined;
  /** Leaves out what the change since then cannot touch. */
  readonly isOnlyChanged?: boolean | undefined;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told when a part begins. */
  readonly onPart?: ((name: string) => void) | undefined;
  readonly signal: AbortSignal;
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
    config: options.config,
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

/** One after the other: the parts share the machine's cores, and their progress is read from above to below. */
async function performAll(plan: readonly (Part | LeftOut)[], options: GateOptions): Promise<PartResult[]> {
  const { cwd, env, signal, onPart } = options;
  const results: PartResult[] = [];
  for (const part of plan) {
    if (isLeftOut(part)) results.push(part);
    else if (signal.aborted) results.push({ name: part.name, reason: 'the gate was interrupted' });
    else {
      onPart?.(part.name);
      results.push(await performPart(part, { cwd, env, signal, watch: options, before: [...results] }));
    }
  }
  return results;
}

/**
 * Checks everything that a configuration names.
 * @throws Failure (usage) where there is no configuration, it is wrong, or git does not know the base.
 */
export async function gate(options: GateOptions): Promise<Gated> {
  const started = performance.now();
  const config = await loadConfig(options.config, options.cwd);
  const results = await performAll(await planned(config, options), options);
  const names = entriesOf(config).map(({ contract }) => contract);
  const durationMs = Math.round(performance.now() - started);
  const run = joinedRun(results, { contract: names.join(', '), seed: config.seed ?? 0 }, durationMs);
  return { results, run: { ...run, ...agreed(resolve(options.cwd, config.pacts ?? 'pacts')) } };
}
