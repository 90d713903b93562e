import { requireVersion } from '../../app/broker/version';
import { accessTo, record } from '../../broker';
import { resultOf, runOf } from '../../result';
import { wholeNumber } from '../arguments';
import { declareBroker, requireBroker } from '../broker-options';
import type { CliCommand } from '../command';

const DONE = { deployment: 'is deployed to', release: 'is released to' };

/** A command that tells a Pact broker what was done with a version. */
export const recordCommand = (kind: 'deployment' | 'release'): CliCommand => ({
  declare: (command) => {
    declareBroker(command)
      .requiredOption('--pacticipant <name>', 'whose version it is')
      .requiredOption('--environment <name>', 'where it is: production')
      .option('--pacticipant-version <version>', 'the version; the commit that CI or git says where it is not given')
      .option('--timeout <seconds>', 'how long the broker may take', wholeNumber(1), 30);
    if (kind === 'deployment')
      command.option('--application-instance <name>', 'which one, where several versions are deployed there at once');
  },
  action: async (context, options) => {
    const started = performance.now();
    const { env, cwd, signal } = context;
    const [pacticipant, environment] = [options['pacticipant'] as string, options['environment'] as string];
    const asked = options['pacticipantVersion'] as string | undefined;
    const { version } = requireVersion({ version: asked }, '--pacticipant-version', env, cwd);
    await record({
      kind,
      pacticipant,
      version,
      environment,
      instance: options['applicationInstance'] as string | undefined,
      access: accessTo(requireBroker(options, context), env),
      env,
      timeoutSeconds: options['timeout'] as number,
      signal,
    });
    const result = resultOf(`${pacticipant} ${version} ${DONE[kind]} ${environment}`, []);
    const head = { command: `record-${kind}`, contract: pacticipant, seed: 0 };
    return context.finish(runOf(head, [result], Math.round(performance.now() - started)));
  },
});
