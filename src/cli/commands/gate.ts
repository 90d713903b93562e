import { resolve } from 'node:path';
import { type Config, entriesOf, loadConfig } from '../../app/config';
import { loadContract } from '../../app/contract-reference';
import { dependenciesOf } from '../../app/gate/dependencies';
import { isLeftOut, type LeftOut, type Part } from '../../app/gate/part';
import { planOf } from '../../app/gate/plan';
import { exitCodeOfParts, joinedRun, type PartResult } from '../../app/gate/verdict';
import { changedFiles, existsAt, isShallow, mergeBase } from '../../app/git';
import { commitOf } from '../../app/git-tree';
import { agreedInteractions } from '../../app/report/agreed-interactions';
import { Failure, type Run } from '../../result';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { verdictText } from '../gate/verdict-text';

/** `pactcheck gate`: everything that the configuration names, one report, one exit code. */
export const gateCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--base <commit>', 'what to compare with, the merge base with the main branch where it is not given')
      .option('--changed', 'leave out what the change since then cannot touch');
  },
  action: async (context, options) => {
    const started = performance.now();
    const config = await loadConfig(context.options.config, context.cwd);
    const results = await performAll(context, await planned(context, config, options));
    const names = entriesOf(config).map(({ contract }) => contract);
    const durationMs = Math.round(performance.now() - started);
    const run = joinedRun(results, { contract: names.join(', '), seed: config.seed ?? 0 }, durationMs);
    const isHeaded = !takesStdout(context);
    if (isHeaded) context.out(verdictText(context, results, run));
    await context.finish({ ...run, ...agreed(resolve(context.cwd, config.pacts ?? 'pacts')) }, { isHeaded });
    return exitCodeOfParts(results);
  },
};

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
function baseOf({ cwd, env }: Context, options: Options): string | undefined {
  const asked = options['base'] as string | undefined;
  return asked === undefined ? mergeBase(cwd, env) : commitOf(asked, cwd);
}

/** The references in the configuration that lead to no contract. */
async function unreadableIn({ cwd }: Context, config: Config): Promise<ReadonlySet<string>> {
  const references = entriesOf(config).map(({ contract }) => contract);
  const loaded = await Promise.allSettled(references.map((reference) => loadContract(reference, { cwd })));
  return new Set(references.filter((_, index) => loaded[index]?.status === 'rejected'));
}

async function planned(context: Context, config: Config, options: Options): Promise<(Part | LeftOut)[]> {
  const base = baseOf(context, options);
  const existedAtBase = (path: string): boolean => base !== undefined && existsAt(context.cwd, base, path);
  const unreadable = await unreadableIn(context, config);
  const plan = planOf(config, {
    isUnreadable: (reference) => unreadable.has(reference),
    env: context.env,
    base,
    existedAtBase,
    isShallow: isShallow(context.cwd),
    dependenciesOf: (script) => dependenciesOf(script, context.cwd),
  });
  if (options['changed'] !== true || base === undefined) return plan;
  const changed = changedFiles(context.cwd, base);
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

/** Whether another report than the text is to be read from stdout. */
const takesStdout = ({ options }: Context): boolean =>
  options.json || options.reporter.some((reporter) => !reporter.includes('=') && reporter !== 'text');

/** One after the other: the parts share the machine's cores, and their progress is read from above to below. */
async function performAll(context: Context, plan: readonly (Part | LeftOut)[]): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const part of plan) {
    if (!isLeftOut(part)) context.progress.begin(part.name);
    results.push(isLeftOut(part) ? part : { part, outcome: await context.perform(part.words) });
  }
  context.progress.clear();
  return results;
}
