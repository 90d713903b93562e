import { type AskedBroker, setIn } from '../../broker';
import type { BrokerOptions } from '../broker/options';
import type { Config, ProviderConfig } from '../config';
import type { VerifyProviderOptions } from '../verify/verify-provider-options';
import { expanded } from './expanded';
import { option } from './option';

type Env = Readonly<Record<string, string | undefined>>;

/** A broker, and how a command is told of it. Its URL may hold a password, so the words have it as it is configured. */
export interface NamedBroker {
  readonly asked: AskedBroker;
  readonly words: readonly string[];
}

/** Returns the broker that the configuration or the environment names; nothing where nobody does. */
export function namedBroker({ broker = {} }: Config, env: Env): NamedBroker | undefined {
  const { url: configured, ca: certificates } = broker;
  const url = configured === undefined ? setIn(env, 'PACT_BROKER_BASE_URL') : expanded(configured, env);
  if (url === undefined) return undefined;
  return {
    asked: { url, certificates },
    words: [...option('--broker-url', configured), ...option('--ca', certificates)],
  };
}

/** Returns the variable, or the text with variables, that nobody has set. */
export const unnamedBroker = ({ broker }: Config): string => `${broker?.url ?? 'PACT_BROKER_BASE_URL'} is not set`;

/** Where the pacts of a provider are from, and how `verify` is told. */
interface Source {
  readonly options: Pick<VerifyProviderOptions, 'pacts' | 'provider' | 'broker'>;
  readonly words: readonly string[];
}

/** Returns where the pacts of a provider are from: the folder, or the broker where the configuration says so. */
export function sourceOf(provider: ProviderConfig, config: Config, env: Env): Source | { readonly reason: string } {
  const { broker } = provider;
  const pacts = config.pacts ?? 'pacts';
  if (broker === undefined) return { options: { pacts }, words: ['--pacts', pacts] };
  const named = namedBroker(config, env);
  if (named === undefined) return { reason: unnamedBroker(config) };
  const options = { provider: broker.provider, broker: brokerOptions(broker, named.asked) };
  return { options, words: [...named.words, ...brokerWords(broker)] };
}

type Selected = NonNullable<ProviderConfig['broker']>;

const selectorsOf = ({ selectors }: Selected): string[] | undefined => selectors?.map((one) => JSON.stringify(one));

/** The gate publishes what all of its parts found, and not each part. */
const brokerOptions = (broker: Selected, asked: AskedBroker): BrokerOptions => ({
  ...asked,
  provider: broker.provider,
  selectors: selectorsOf(broker),
  enablePending: broker.enablePending === true,
  includeWipPactsSince: broker.includeWipPactsSince,
  allowNoPacts: broker.allowNoPacts === true,
  publish: false,
  resultsOf: broker.resultsOf,
  tags: broker.tags,
});

const brokerWords = (broker: Selected): string[] => [
  ...['--provider', broker.provider, '--no-publish'],
  ...(selectorsOf(broker) ?? []).flatMap((one) => ['--consumer-version-selector', one]),
  ...(broker.enablePending === true ? ['--enable-pending'] : []),
  ...option('--include-wip-pacts-since', broker.includeWipPactsSince),
  ...(broker.allowNoPacts === true ? ['--allow-no-pacts'] : []),
  ...(broker.tags ?? []).flatMap((tag) => ['--provider-tag', tag]),
  ...option('--results-of', broker.resultsOf),
];
