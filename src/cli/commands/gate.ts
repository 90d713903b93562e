import { resolve } from 'node:path';
import { type Config, entriesOf, loadConfig } from '../../app/config';
import { loadContract } from '../../app/contract-reference';
import { dependenciesOf } from '../../app/gate/dependencies';
import { expanded } from '../../app/gate/expanded';
import { isLeftOut, type LeftOut, type Part } from '../../app/gate/part';
import { planOf } from '../../app/gate/plan';
import { exitCodeOfParts, joinedRun, type PartResult } from '../../app/gate/verdict';
import { changedFiles, existsAt, isShallow, mergeBase } from '../../app/git';
import { commitOf } from '../../app/git-tree';
import { agreedInteractions } from '../../app/report/agreed-interactions';
import { Failure, joinBrokerResults, type Run, runOf } from '../../result';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { verdictText } from '../gate/verdict-text';
import { publicationOutcome } from '../publishing';

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
    const results = await performAll(context, config, await planned(context, config, options));
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
async function performAll(context: Context, config: Config, plan: readonly (Part | LeftOut)[]): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const part of plan) {
    if (!isLeftOut(part)) context.progress.begin(part.name);
    results.push(isLeftOut(part) ? part : await performPart(context, config, part, results));
  }
  context.progress.clear();
  return results;
}

const isFailed = (result: PartResult): boolean => 'outcome' in result && result.outcome.exitCode !== 0;

function performPart(
  context: Context,
  config: Config,
  part: Part,
  before: readonly PartResult[],
): Promise<PartResult> | PartResult {
  if (part.publishes === 'results') return publishedResults(context, config, part, before);
  if (part.publishes === 'pacts' && before.some(isFailed)) return { name: part.name, reason: 'another part failed' };
  return context.perform(part.words).then((outcome) => ({ part, outcome }));
}

/** What all parts found of one pact is one result: each contract verifies its own part of it. */
async function publishedResults(
  { env }: Context,
  { broker }: Config,
  part: Part,
  before: readonly PartResult[],
): Promise<PartResult> {
  const runs = before.flatMap((result) => ('outcome' in result ? (result.outcome.run ?? []) : []));
  const brokerResults = joinBrokerResults(runs.flatMap((run) => run.brokerResults ?? []));
  if (brokerResults.length === 0) return { name: part.name, reason: 'no pact of a broker was verified' };
  const run = { ...runOf({ command: 'gate', contract: '', seed: 0 }, [], 0), brokerResults };
  const url = broker?.url === undefined ? undefined : expanded(broker.url, env);
  const { exitCode, lines, failure } = await publicationOutcome(run, { url, certificates: broker?.ca }, env);
  return { part, outcome: { exitCode, run: undefined, output: lines.join('\n'), failure } };
}
