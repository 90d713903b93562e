import type { Command } from 'commander';
import type { BrokerOptions } from '../app/broker/options';
import { isPartial, type Selection } from '../app/verify/selection';
import { Failure } from '../result';
import { collect, oneOf } from './arguments';
import { brokerIn, declareBrokerUrl } from './broker-options';
import type { Options } from './command';
import type { Context } from './context';

/** Declares what `verify` takes of a broker. */
export const declareVerifyBroker = (command: Command): Command =>
  declareBrokerUrl(command)
    .option('--pact-url <url>', 'the pact at this address alone, as a webhook gives it; repeatable', collect)
    .option('--consumer-version-selector <json>', 'of a broker: which pacts; repeatable', collect)
    .option('--enable-pending', 'of a broker: what was never verified fails nothing')
    .option('--include-wip-pacts-since <date>', 'of a broker: also work in progress since then')
    .option('--allow-no-pacts', 'of a broker: passes where a new provider has no pact yet')
    .option('--publish', 'to a broker: the results')
    .option('--no-publish', 'no results, whatever PACT_BROKER_PUBLISH_VERIFICATION_RESULTS says')
    .option(
      '--results-of <what>',
      'what makes a published result a failure: what breaks the pact, or what breaks the contract as well',
      oneOf(['pact', 'contract'] as const),
    )
    .option('--provider-version <version>', 'to a broker: of which version; the commit where it is not given')
    .option('--provider-branch <branch>', 'to a broker: of which branch; that of CI or git where it is not given')
    .option('--provider-tag <tag>', 'to a broker: a tag of the version; repeatable', collect)
    .option('--build-url <url>', 'to a broker: where the run can be looked at; that of CI where it is not given');

/** Options that mean nothing without a broker. */
const BROKER_ONLY: Readonly<Record<string, string>> = {
  pactUrl: '--pact-url',
  consumerVersionSelector: '--consumer-version-selector',
  enablePending: '--enable-pending',
  includeWipPactsSince: '--include-wip-pacts-since',
  allowNoPacts: '--allow-no-pacts',
  publish: '--publish',
};

const text = (options: Options, name: string): string | undefined => options[name] as string | undefined;
const texts = (options: Options, name: string): string[] | undefined => options[name] as string[] | undefined;

const isAsked = (options: Options, name: string): boolean => options[name] !== undefined && options[name] !== false;

/** A folder of pacts was named: then a broker that is only in the environment is not asked. */
function demandNoBroker(options: Options): void {
  const asked = options['brokerUrl'] === undefined ? undefined : '--broker-url';
  const named = asked ?? Object.keys(BROKER_ONLY).find((name) => isAsked(options, name));
  if (named === undefined) return;
  throw new Failure(
    'usage',
    `--pacts and ${BROKER_ONLY[named] ?? named} exclude each other: pacts are from a folder or from a broker`,
    'Leave one of them out.',
  );
}

/** Results go back where that was asked for; where the environment always asks for it, not those of a part. */
function publishes(options: Options, context: Context, selection: Selection): boolean {
  if (options['publish'] !== undefined) return options['publish'] === true;
  if (context.env['PACT_BROKER_PUBLISH_VERIFICATION_RESULTS'] !== 'true') return false;
  if (!isPartial(selection)) return true;
  if (!context.options.quiet) context.err('a part of the pacts has no result: nothing will be published\n');
  return false;
}

/**
 * Returns the broker that pacts are taken from: one that was named, or the one in the environment where a provider is
 * named; none where pacts are from a folder.
 * @throws Failure (usage) where the options contradict each other, or the provider is not named.
 */
export function verifyBroker(options: Options, context: Context, selection: Selection): BrokerOptions | undefined {
  if (options['pacts'] !== undefined) {
    demandNoBroker(options);
    return undefined;
  }
  const [provider, pactUrls] = [text(options, 'provider'), texts(options, 'pactUrl')];
  const broker = brokerIn(options, context);
  const asksBroker = ['brokerUrl', ...Object.keys(BROKER_ONLY)].some((name) => isAsked(options, name));
  if (pactUrls === undefined && !asksBroker && (broker === undefined || provider === undefined)) return undefined;
  if (pactUrls === undefined && (broker === undefined || provider === undefined)) {
    const next = 'Give both --provider NAME and --broker-url URL, or set PACT_BROKER_BASE_URL.';
    throw new Failure('usage', 'pacts from a broker need its URL and the name of the provider', next);
  }
  return {
    url: pactUrls === undefined ? broker?.url : text(options, 'brokerUrl'),
    provider,
    pactUrls,
    selectors: texts(options, 'consumerVersionSelector'),
    enablePending: options['enablePending'] === true,
    includeWipPactsSince: text(options, 'includeWipPactsSince'),
    allowNoPacts: options['allowNoPacts'] === true,
    publish: publishes(options, context, selection),
    resultsOf: options['resultsOf'] as BrokerOptions['resultsOf'],
    version: text(options, 'providerVersion'),
    branch: text(options, 'providerBranch'),
    tags: texts(options, 'providerTag'),
    buildUrl: text(options, 'buildUrl'),
    certificates: text(options, 'ca'),
  };
}
