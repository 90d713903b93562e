import { configuredEntries } from '../../app/configured-entries';
import { lastFailed, rememberFailed } from '../../app/last-failed';
import { shardOf } from '../../app/shard';
import type { BrokerOptions } from '../../app/verify/broker';
import type { Selection } from '../../app/verify/selection';
import { type VerifyProviderOptions, verifyProvider } from '../../app/verify/verify-provider';
import { WIRE_NAMES, type WireNames } from '../../contract';
import { Failure, oneLine } from '../../result';
import { collect, oneOf, wholeNumber } from '../arguments';
import type { CliCommand, Options } from '../command';
import type { Context } from '../context';
import { declareHttp, httpOptionsIn } from '../http-options';
import { tellerOf } from '../warnings';

const text = (options: Options, name: string): string | undefined => options[name] as string | undefined;
const texts = (options: Options, name: string): string[] | undefined => options[name] as string[] | undefined;

/** What is verified: by name, by what failed the last time, by Pact's own variables, by shard. */
function selectionOf(options: Options, { cwd, env }: Context): Selection {
  const failed = options['lastFailed'] === true ? lastFailed('verify', cwd) : undefined;
  const shard = text(options, 'shard');
  return {
    ids: texts(options, 'interaction') ?? failed,
    description: env['PACT_DESCRIPTION'],
    state: env['PACT_PROVIDER_STATE'],
    shard: shard === undefined ? undefined : shardOf(shard, env),
  };
}

/** Options that mean nothing without a broker. */
const BROKER_ONLY = ['consumerVersionSelector', 'enablePending', 'includeWipPactsSince', 'publish'] as const;

/** The broker, where one is named; or where the provider is, and Pact's own variable names the broker. */
function brokerOf(options: Options, { env }: Context): BrokerOptions | undefined {
  const provider = text(options, 'provider');
  const asked = text(options, 'brokerUrl');
  const url = asked ?? (provider === undefined ? undefined : env['PACT_BROKER_BASE_URL']);
  const asksBroker = BROKER_ONLY.some((name) => options[name] !== undefined);
  if (url === undefined && !asksBroker) return undefined;
  if (url === undefined || provider === undefined || !URL.canParse(url)) {
    const next = 'Give both --provider NAME and --broker-url URL, or set PACT_BROKER_BASE_URL.';
    throw new Failure('usage', 'pacts from a broker need its URL and the name of the provider', next);
  }
  return {
    url,
    provider,
    selectors: texts(options, 'consumerVersionSelector'),
    enablePending: options['enablePending'] === true,
    includeWipPactsSince: text(options, 'includeWipPactsSince'),
    publish: options['publish'] === true || env['PACT_BROKER_PUBLISH_VERIFICATION_RESULTS'] === 'true',
    version: text(options, 'providerVersion'),
    branch: text(options, 'providerBranch'),
  };
}

/** Counts for a person who waits. */
function counting({ progress }: Context): NonNullable<VerifyProviderOptions['onResult']> {
  let [done, failed] = [0, 0];
  return ({ status }, total) => {
    done += 1;
    failed += status === 'failed' ? 1 : 0;
    progress.tell(() => `${done} of ${total} interactions, ${failed} failed`);
  };
}

/** `pactcheck verify`: replays pacts on a live service, and holds each answer to the whole contract. */
export const verifyCommand: CliCommand = {
  declare: (command) => {
    command
      .requiredOption('--provider-base-url <url>', 'where the service answers')
      .option('--pacts <dir>', 'the folder of pacts, or one of them; pacts where it is not given')
      .option('--broker-url <url>', 'a Pact broker to take the pacts from; PACT_BROKER_BASE_URL where it is not given')
      .option('--provider <name>', 'whose pacts, of those in a folder or at a broker')
      .option('--consumer-version-selector <json>', 'of a broker: which pacts; repeatable', collect)
      .option('--enable-pending', 'of a broker: what was never verified fails nothing')
      .option('--include-wip-pacts-since <date>', 'of a broker: also work in progress since then')
      .option('--publish', 'to a broker: the results')
      .option('--provider-version <version>', 'to a broker: of which version; the commit where it is not given')
      .option('--provider-branch <branch>', 'to a broker: of which branch; that of CI or git where it is not given')
      .option('--states <file>', 'a module of provider state handlers; repeatable', collect)
      .option('--provider-states-setup-url <url>', 'an URL of the service that takes provider states')
      .option("--header <'K: V'>", 'sent with each request, such as Authorization; repeatable', collect)
      .option(
        '--contract <ref>',
        'a contract to hold answers to; those of the pacts where it is not given; repeatable',
        collect,
      )
      .option('--wire-names <naming>', 'documented or snake_case', oneOf(WIRE_NAMES))
      .option('--without <rule=reason>', 'turns a rule off, with the reason; repeatable', collect)
      .option('--explore <n>', 'so many generated updates beyond the pacts', wholeNumber(), 0)
      .option('--interaction <id>', 'only this one; repeatable', collect)
      .option('--last-failed', 'only what failed the last time')
      .option('--shard <i/n>', 'the i-th of n parts of the work, or auto: what the CI system says')
      .option('--wait <seconds>', 'how long to wait until the service is up', wholeNumber(), 0)
      .option('--seed <n>', 'what random choices are drawn with', wholeNumber(), 1);
    declareHttp(command);
  },
  action: async (context, options) => {
    const run = await verifyProvider({
      providerBaseUrl: text(options, 'providerBaseUrl') ?? '',
      pacts: text(options, 'pacts'),
      broker: brokerOf(options, context),
      env: context.env,
      states: texts(options, 'states'),
      provider: text(options, 'provider'),
      providerStatesSetupUrl: text(options, 'providerStatesSetupUrl'),
      headers: texts(options, 'header'),
      contract: texts(options, 'contract'),
      beside: (await configuredEntries(context.options.config, context.cwd)).map(({ contract }) => contract),
      wireNames: options['wireNames'] as WireNames | undefined,
      without: texts(options, 'without'),
      select: selectionOf(options, context),
      wait: options['wait'] as number,
      ...httpOptionsIn(options),
      explore: options['explore'] as number,
      seed: options['seed'] as number,
      cwd: context.cwd,
      onResult: counting(context),
      onNotice: (sentence) => context.options.quiet || context.err(`${context.colors.dim(oneLine(sentence))}\n`),
      onWarning: tellerOf(context),
      signal: context.signal,
    }).finally(context.progress.clear);
    rememberFailed('verify', run.results, context.cwd);
    return context.finish(run);
  },
};
