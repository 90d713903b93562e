import { type Config, configFile, loadConfig } from '../../app/config';
import { contractFileOf, loadContract } from '../../app/contract-reference';
import { dayOf, ignoresOf } from '../../app/diff/ignore-file';
import { reliedInteractions } from '../../app/diff/relied-interactions';
import { diffTools } from '../../app/diff/tools';
import { BREAKING_RULES, diffContracts, type RuleLevels } from '../../breaking';
import { WIRE_NAMES, type WireNames } from '../../contract';
import { Failure, runOf } from '../../result';
import { oneOf } from '../arguments';
import type { CliCommand } from '../command';
import type { Context } from '../context';
import { tellerOf } from '../warnings';

/** What a diff may fail on. */
const FAIL_ON = ['breaking', 'warning', 'none'] as const;
type FailOn = (typeof FAIL_ON)[number];

/** `pactcheck diff`: what changed from one contract to another, and whom it breaks. */
export const diffCommand: CliCommand = {
  declare: (command) => {
    command
      .option('--fail-on <level>', 'breaking, warning or none; as the configuration says, or breaking', oneOf(FAIL_ON))
      .option('--ignore <file>', 'known changes, each with its reason and the day until which it is passed over')
      .option('--pacts <dir>', 'what consumers rely on; as the configuration says, or pacts')
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES));
  },
  action: async (context, options, old = '', now = '') => {
    const started = performance.now();
    const config = await configured(context);
    const wireNames = options['wireNames'] as WireNames | undefined;
    const reading = { cwd: context.cwd, wireNames, tell: tellerOf(context), isWhole: true };
    const before = await loadContract(old, reading);
    const after = await loadContract(now, reading);
    const pacts = (options['pacts'] as string | undefined) ?? config?.pacts ?? 'pacts';
    const diff = diffContracts(before, after, {
      tools: diffTools(after),
      levels: levelsOf(config),
      failOn: (options['failOn'] as FailOn | undefined) ?? config?.failOn ?? 'breaking',
      ignores: ignoresOf((options['ignore'] as string | undefined) ?? config?.ignore, context.cwd),
      today: dayOf(context.env),
      interactions: reliedInteractions(pacts, before.provider, context.cwd),
    });
    const head = { command: 'diff', contract: after.name, ...contractFileOf(now, context.cwd), seed: 1 };
    const run = runOf(head, diff.results, Math.round(performance.now() - started));
    return context.finish(diff.warnings.length === 0 ? run : { ...run, warnings: diff.warnings });
  },
};

/** A configuration is not needed to compare two contracts. */
async function configured({ options, cwd }: Context): Promise<Config | undefined> {
  return configFile(options.config, cwd) === undefined ? undefined : loadConfig(options.config, cwd);
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
