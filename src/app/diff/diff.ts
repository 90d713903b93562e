import { BREAKING_RULES, diffContracts, type RuleLevels } from '../../breaking';
import type { WireNames } from '../../contract';
import { Failure, type Run, runOf } from '../../result';
import { type Config, configFile, loadConfig } from '../config';
import { contractFileOf, loadContract } from '../contract-reference';
import type { Tell } from '../document-warnings';
import { dayOf, ignoresOf } from './ignore-file';
import { reliedInteractions } from './relied-interactions';
import { diffTools } from './tools';

/** What a diff may fail on. */
export const FAIL_ON = ['breaking', 'warning', 'none'] as const;

/** Two contracts to compare. What is not given is as the configuration says. */
export interface DiffOptions {
  /** Contract references. */
  readonly before: string;
  readonly after: string;
  /** What it fails on; `breaking` where nobody says otherwise. */
  readonly failOn?: (typeof FAIL_ON)[number] | undefined;
  /** The file of known changes, relative to `cwd`. */
  readonly ignore?: string | undefined;
  /** The folder of pacts that say what consumers rely on. */
  readonly pacts?: string | undefined;
  readonly wireNames?: WireNames | undefined;
  /** The configuration's file, where it has another name than usual. */
  readonly config?: string | undefined;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onWarning?: Tell | undefined;
}

/** A configuration is not needed to compare two contracts. */
async function configured({ config, cwd }: DiffOptions): Promise<Config | undefined> {
  return configFile(config, cwd) === undefined ? undefined : loadConfig(config, cwd);
}

function levelsOf(config: Config | undefined): RuleLevels | undefined {
  const unknown = Object.keys(config?.levels ?? {}).find((id) => !BREAKING_RULES.some((rule) => rule.id === id));
  if (unknown === undefined) return config?.levels;
  throw new Failure(
    'usage',
    `the configuration sets the level of ${unknown}, which is no rule`,
    'See docs/breaking.md.',
  );
}

/**
 * Compares two contracts.
 * @throws Failure (usage) where one of them, the configuration or the file of known changes cannot be read.
 */
export async function diff(options: DiffOptions): Promise<Run> {
  const started = performance.now();
  const { cwd, env, wireNames, onWarning } = options;
  const config = await configured(options);
  const reading = { cwd, wireNames, tell: onWarning, isWhole: true };
  const before = await loadContract(options.before, reading);
  const after = await loadContract(options.after, reading);
  const { results, warnings } = diffContracts(before, after, {
    tools: diffTools(after),
    levels: levelsOf(config),
    failOn: options.failOn ?? config?.failOn ?? 'breaking',
    ignores: ignoresOf(options.ignore ?? config?.ignore, cwd),
    today: dayOf(env),
    interactions: reliedInteractions(options.pacts ?? config?.pacts ?? 'pacts', before.provider, cwd),
  });
  const head = { command: 'diff', contract: after.name, ...contractFileOf(options.after, cwd), seed: 1 };
  const run = runOf(head, results, Math.round(performance.now() - started));
  return warnings.length === 0 ? run : { ...run, warnings };
}
