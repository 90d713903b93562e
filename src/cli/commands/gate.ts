import { resolve } from 'node:path';
import { Failure, type Run } from '../../result';
import type { CliCommand, Options } from '../command';
import { type Config, loadConfig } from '../config';
import type { Context, Outcome } from '../context';
import { isLeftOut, type LeftOut, type Part } from '../gate/part';
import { planOf } from '../gate/plan';
import { exitCodeOfParts, joinedRun, type PartResult, replayCommand } from '../gate/verdict';
import { changedFiles, existsAt, mergeBase } from '../git';
import { agreedInteractions } from '../report/agreed-interactions';

/** `pactcheck gate`: everything that the configuration names, one report, one exit code. */
export const gateCommand: CliCommand = {
  usage: 'gate',
  summary: 'checks everything that the configuration names: one report, one exit code',
  declare: (command) => {
    command
      .option('--base <commit>', 'what to compare with, the merge base with the main branch where it is not given')
      .option('--changed', 'leave out what the change since then cannot touch');
  },
  action: async (context, options) => {
    const started = performance.now();
    const config = await loadConfig(context.options.config, context.cwd);
    const results = await performAll(context, planned(context, config, options));
    const names = config.contracts.map((entry) => (typeof entry === 'string' ? entry : entry.contract));
    const durationMs = Math.round(performance.now() - started);
    const run = joinedRun(results, { contract: names.join(', '), seed: config.seed ?? 0 }, durationMs);
    if (!context.options.json) context.out(verdictText(context, results, run));
    await context.finish({ ...run, ...agreed(resolve(context.cwd, config.pacts ?? 'pacts')) });
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

function planned(context: Context, config: Config, options: Options): (Part | LeftOut)[] {
  const base = (options['base'] as string | undefined) ?? mergeBase(context.cwd);
  const existedAtBase = (path: string): boolean => base !== undefined && existsAt(context.cwd, base, path);
  const plan = planOf(config, { env: context.env, base, existedAtBase });
  if (options['changed'] !== true || base === undefined) return plan;
  const changed = changedFiles(context.cwd, base);
  return plan.map((part) =>
    isLeftOut(part) || isTouched(part, changed) ? part : { name: part.name, reason: 'the change does not touch it' },
  );
}

/** Files that everything depends on. */
const SHARED = /^(?:package(?:-lock)?\.json|tsconfig\.json|pactcheck\.config\.\w+)$/;

const isTouched = (part: Part, changed: readonly string[]): boolean =>
  changed.some(
    (file) =>
      SHARED.test(file) || part.dependsOn.some((path) => path === '' || file === path || file.startsWith(`${path}/`)),
  );

/** One after the other: the parts share the machine's cores, and their progress is read from above to below. */
async function performAll(context: Context, plan: readonly (Part | LeftOut)[]): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const part of plan) {
    if (context.isTerminal && !isLeftOut(part)) context.err(`${context.colors.dim(`… ${part.name}`)}\r`);
    results.push(isLeftOut(part) ? part : { part, outcome: await context.perform(part.words) });
  }
  if (context.isTerminal) context.err('\u001b[K');
  return results;
}

function verdictText(context: Context, results: readonly PartResult[], run: Run): string {
  const { bold, red, green, dim } = context.colors;
  const failed = results.filter((result) => !isLeftOutResult(result) && result.outcome.exitCode !== 0);
  const reason = failed.map((result) => nameOf(result)).join(', ');
  const verdict = failed.length === 0 ? green(bold('PASSED')) : `${red(bold('FAILED'))} ${reason}`;
  const counts = `${run.summary.passed} passed, ${run.summary.failed} failed, ${run.summary.skipped} left out`;
  const lines = results.map((result) => partLine(context, result));
  return `${verdict} ${dim(`(${counts})`)}\n${lines.join('\n')}\n\n`;
}

const isLeftOutResult = (result: PartResult): result is LeftOut => 'reason' in result;
const nameOf = (result: PartResult): string => (isLeftOutResult(result) ? result.name : result.part.name);

function partLine(context: Context, result: PartResult): string {
  const { red, green, dim } = context.colors;
  if (isLeftOutResult(result)) return dim(`  - ${result.name}: left out, ${result.reason}`);
  const { part, outcome } = result;
  if (outcome.exitCode === 0) return `  ${green('✓')} ${part.name}`;
  const next = outcome.failure?.next === undefined ? '' : `\n      ${outcome.failure.next}`;
  return `  ${red('✗')} ${part.name}: ${reasonOf(outcome)}${next}\n      ${dim(replayCommand(part))}`;
}

/** The reason in one line: what could not be done, the first finding, or what was printed. */
function reasonOf({ failure, run, output, exitCode }: Outcome): string {
  if (failure !== undefined) return failure.message;
  const failed = run?.results.filter((result) => result.status === 'failed') ?? [];
  if (failed.length > 0) return `${failed.length} failed, first: ${failed[0]?.findings[0]?.message ?? failed[0]?.id}`;
  return output.trim().split('\n').at(-1) || `it ended with exit code ${exitCode}`;
}
