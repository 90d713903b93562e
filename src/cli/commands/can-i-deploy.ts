import type { Command } from 'commander';
import { requireVersion } from '../../app/broker/version';
import { accessTo, canIDeploy, type DeployAnswer, type PacticipantVersion } from '../../broker';
import { Failure, type Finding, fingerprint, type Result, resultOf, runOf } from '../../result';
import { collect, wholeNumber } from '../arguments';
import { declareBroker, requireBroker } from '../broker-options';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';

/** A pacticipant as the words name it: a version belongs to the pacticipant before it. */
interface Named {
  readonly pacticipant: string;
  readonly version: string | undefined;
}

const asNamed = (pacticipant: string, before: readonly Named[] = []): Named[] => [
  ...before,
  { pacticipant, version: undefined },
];

/** @throws Failure (usage) where no pacticipant stands before the version. */
function withVersion(version: string, named: readonly Named[] = []): readonly Named[] {
  const last = named.at(-1);
  if (last !== undefined && last.version === undefined) return [...named.slice(0, -1), { ...last, version }];
  const next = 'Give it after the --pacticipant that it is of.';
  throw new Failure('usage', `--pacticipant-version ${version} belongs to no --pacticipant`, next);
}

/** Declares the two options that are read together, in the order in which they stand. */
const declarePacticipants = (command: Command): Command =>
  command
    .requiredOption('--pacticipant <name>', 'whose version it is; repeatable', asNamed)
    .option(
      '--pacticipant-version <version>',
      'the version of the pacticipant before it; the commit that CI or git says where it is not given',
      (version: string) => {
        command.setOptionValue('pacticipant', withVersion(version, command.getOptionValue('pacticipant')));
        return version;
      },
    );

const versionsFor = (options: Options, { env, cwd }: Context): PacticipantVersion[] =>
  (options['pacticipant'] as readonly Named[]).map(({ pacticipant, version }) => ({
    pacticipant,
    version: requireVersion({ version }, '--pacticipant-version', env, cwd).version,
  }));

/** `pactcheck can-i-deploy`: what a Pact broker says to versions that are to go somewhere together. */
export const canIDeployCommand: CliCommand = {
  declare: (command) => {
    declarePacticipants(command);
    declareBroker(command)
      .requiredOption('--to <environment>', 'where it is to go: production')
      .option('--ignore <name>', 'a pacticipant whose results do not count; repeatable', collect)
      .option('--wait <seconds>', 'how long to wait while a result is missing', wholeNumber(), 0)
      .option('--dry-run', 'says what the broker says, and passes')
      .option('--timeout <seconds>', 'how long the broker may take', wholeNumber(1), 30);
  },
  action: async (context, options) => {
    const started = performance.now();
    const { env, signal } = context;
    const versions = versionsFor(options, context);
    const environment = options['to'] as string;
    const answer = await canIDeploy({
      versions,
      environment,
      ignored: (options['ignore'] as readonly string[] | undefined) ?? [],
      waitSeconds: options['wait'] as number,
      access: accessTo(requireBroker(options, context), env),
      env,
      timeoutSeconds: options['timeout'] as number,
      signal,
    });
    const isDry = options['dryRun'] === true || env['PACT_BROKER_CAN_I_DEPLOY_DRY_RUN'] === 'true';
    const names = versions.map(({ pacticipant }) => pacticipant).join(', ');
    const result = resultFor(answer, { versions, environment, isDry });
    const head = { command: 'can-i-deploy', contract: names, seed: 0 };
    return context.finish(runOf(head, [result], Math.round(performance.now() - started)));
  },
};

interface Asked {
  readonly versions: readonly PacticipantVersion[];
  readonly environment: string;
  readonly isDry: boolean;
}

const MOST_NAMED = 5;

/** What no result is known of, in a sentence; nothing where nothing is missing. */
function missingText(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  const more = missing.length > MOST_NAMED ? `, and ${missing.length - MOST_NAMED} more` : '';
  return `. No result is known of ${missing.slice(0, MOST_NAMED).join(', ')}${more}`;
}

function findingOf({ reason, missing, notices }: DeployAnswer, { versions, environment, isDry }: Asked): Finding {
  const rule = 'not-deployable';
  return {
    rule,
    level: isDry ? 'warning' : 'error',
    pointer: '',
    message: `${reason}${missingText(missing)}${isDry ? ' (dry run)' : ''}`,
    expected: `a verified pact with all that is in ${environment}`,
    actual: notices[0] ?? '',
    fingerprint: fingerprint({
      rule,
      place: versions.map(({ pacticipant }) => pacticipant).join(', '),
      scope: environment,
    }),
  };
}

function resultFor(answer: DeployAnswer, asked: Asked): Result {
  const { versions, environment } = asked;
  const id = `${versions.map(({ pacticipant, version }) => `${pacticipant} ${version}`).join(' and ')} to ${environment}`;
  const details = answer.notices.length === 0 ? undefined : { notices: answer.notices.join('\n') };
  return resultOf(id, answer.isDeployable ? [] : [findingOf(answer, asked)], details);
}
