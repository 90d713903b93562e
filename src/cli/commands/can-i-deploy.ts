import type { Command } from 'commander';
import { mayDeploy, type NamedVersion } from '../../app/broker/may-deploy';
import { Failure } from '../../result';
import { collect, wholeNumber } from '../arguments';
import { declareBroker, requireBroker } from '../broker-options';
import type { CliCommand } from '../command';

const asNamed = (pacticipant: string, before: readonly NamedVersion[] = []): NamedVersion[] => [
  ...before,
  { pacticipant },
];

/** A version belongs to the pacticipant before it. @throws Failure (usage) where there is none. */
function withVersion(version: string, named: readonly NamedVersion[] = []): readonly NamedVersion[] {
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
    const { env, cwd, signal } = context;
    const run = await mayDeploy({
      named: options['pacticipant'] as readonly NamedVersion[],
      environment: options['to'] as string,
      broker: requireBroker(options, context),
      ignored: options['ignore'] as readonly string[] | undefined,
      waitSeconds: options['wait'] as number,
      timeoutSeconds: options['timeout'] as number,
      isDry: options['dryRun'] === true,
      env,
      cwd,
      signal,
    });
    return context.finish(run);
  },
};
