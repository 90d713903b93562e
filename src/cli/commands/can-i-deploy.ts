import { versionIn } from '../../app/verify/provider-version';
import { canIDeploy, type DeployAnswer } from '../../pact';
import { Failure, fingerprint, type Result, resultOf, runOf } from '../../result';
import { wholeNumber } from '../arguments';
import type { CliCommand } from '../command';
import type { Context } from '../context';

/** `pactcheck can-i-deploy`: what a Pact broker says to a version that is to go somewhere. */
export const canIDeployCommand: CliCommand = {
  declare: (command) => {
    command
      .requiredOption('--pacticipant <name>', 'whose version it is')
      .requiredOption('--to <environment>', 'where it is to go: production')
      .option('--pacticipant-version <version>', 'the version; the commit that CI or git says where it is not given')
      .option('--broker-url <url>', 'the broker; PACT_BROKER_BASE_URL where it is not given')
      .option('--timeout <seconds>', 'how long the broker may take', wholeNumber(1), 30);
  },
  action: async (context, options) => {
    const started = performance.now();
    const [pacticipant, environment] = [options['pacticipant'] as string, options['to'] as string];
    const version = (options['pacticipantVersion'] as string | undefined) ?? versionIn(context.env, context.cwd).commit;
    if (version === undefined)
      throw new Failure(
        'usage',
        'nobody knows which version it is',
        'Give --pacticipant-version, or run in a git repository.',
      );
    const env = brokerIn(context, options['brokerUrl'] as string | undefined);
    const timeoutSeconds = options['timeout'] as number;
    const answer = await canIDeploy({ pacticipant, version, environment, env, timeoutSeconds, signal: context.signal });
    const id = `${pacticipant} ${version} to ${environment}`;
    const head = { command: 'can-i-deploy', contract: pacticipant, seed: 0 };
    const result = resultFor(id, answer, { pacticipant, environment });
    return context.finish(runOf(head, [result], Math.round(performance.now() - started)));
  },
};

function brokerIn({ env }: Context, url: string | undefined): Readonly<Record<string, string | undefined>> {
  const broker = url ?? env['PACT_BROKER_BASE_URL'];
  if (broker) return { ...env, PACT_BROKER_BASE_URL: broker };
  throw new Failure('usage', 'no broker is named', 'Set PACT_BROKER_BASE_URL, or give --broker-url.');
}

function resultFor(id: string, answer: DeployAnswer, of: { pacticipant: string; environment: string }): Result {
  const details = answer.notices.length === 0 ? undefined : { notices: answer.notices.join('\n') };
  if (answer.isDeployable) return resultOf(id, [], details);
  const rule = 'not-deployable';
  const finding = {
    rule,
    level: 'error' as const,
    pointer: '',
    message: answer.reason,
    expected: `a verified pact with all that is in ${of.environment}`,
    actual: answer.notices[0] ?? '',
    fingerprint: fingerprint({ rule, place: of.pacticipant, scope: of.environment }),
  };
  return resultOf(id, [finding], details);
}
