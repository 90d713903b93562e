import { setIn } from '../../broker';
import type { Config, ContractConfig, ProviderConfig } from '../config';
import { expanded } from './expanded';
import { option } from './option';
import type { LeftOut, Part } from './part';

type Env = Readonly<Record<string, string | undefined>>;

/** Where pacts are taken from, as words of `verify`; or why there is nowhere. */
type Source = { readonly words: readonly string[]; readonly shown: readonly string[] } | { readonly reason: string };

/** The broker's URL may hold a password, so it is shown as the configuration has it. */
interface BrokerWords {
  readonly words: readonly string[];
  readonly shown: readonly string[];
}

/** How a command is told the broker; nothing where nobody names it. */
function brokerWords({ broker = {} }: Config, env: Env): BrokerWords | undefined {
  const { url, ca } = broker;
  const trust = option('--ca', ca);
  if (url === undefined)
    return setIn(env, 'PACT_BROKER_BASE_URL') === undefined ? undefined : { words: trust, shown: trust };
  const target = expanded(url, env);
  return target === undefined
    ? undefined
    : { words: ['--broker-url', target, ...trust], shown: ['--broker-url', url, ...trust] };
}

const unnamed = ({ broker }: Config): string => `${broker?.url ?? 'PACT_BROKER_BASE_URL'} is not set`;

/** Returns where the pacts of a provider are from: the folder, or the broker where the configuration says so. */
export function brokerSource({ broker }: ProviderConfig, config: Config, env: Env): Source {
  const folder = ['--pacts', config.pacts ?? 'pacts'];
  if (broker === undefined) return { words: folder, shown: folder };
  const at = brokerWords(config, env);
  if (at === undefined) return { reason: unnamed(config) };
  const selection = [
    ...['--provider', broker.provider, '--no-publish'],
    ...(broker.selectors ?? []).flatMap((one) => ['--consumer-version-selector', JSON.stringify(one)]),
    ...(broker.enablePending === true ? ['--enable-pending'] : []),
    ...option('--include-wip-pacts-since', broker.includeWipPactsSince),
    ...(broker.allowNoPacts === true ? ['--allow-no-pacts'] : []),
    ...(broker.tags ?? []).flatMap((tag) => ['--provider-tag', tag]),
    ...option('--results-of', broker.resultsOf),
  ];
  return { words: [...at.words, ...selection], shown: [...at.shown, ...selection] };
}

/** Whether a machine may tell a broker what it found: a laptop's changes are nobody else's version. */
const isCi = (env: Env): boolean =>
  (setIn(env, 'CI') ?? 'false') !== 'false' || env['PACT_BROKER_PUBLISH_VERIFICATION_RESULTS'] === 'true';

function publishPart(what: 'results' | 'pacts', words: readonly string[], config: Config, env: Env): Part | LeftOut {
  const name = `publish ${what}`;
  if (config.broker?.publish?.includes(what) !== true)
    return { name, reason: `the configuration does not publish ${what}` };
  if (!isCi(env)) return { name, reason: 'only CI publishes, and CI is not set' };
  const at = brokerWords(config, env);
  if (at === undefined) return { name, reason: unnamed(config) };
  return { name, words: [...words, ...at.words], shown: [...words, ...at.shown], dependsOn: [''], publishes: what };
}

function deployPart(config: Config, env: Env): Part | LeftOut {
  const name = 'can-i-deploy';
  if (config.canIDeploy === undefined) return { name, reason: 'the configuration asks no broker' };
  const at = brokerWords(config, env);
  if (at === undefined) return { name, reason: unnamed(config) };
  const { pacticipant, environment } = config.canIDeploy;
  const words = ['can-i-deploy', '--pacticipant', pacticipant, '--to', environment];
  return {
    name,
    words: [...words, ...at.words],
    shown: [...words, ...at.shown],
    dependsOn: [''],
    advice: `Verify what is missing, then ask again; ${environment} stays as it is until then.`,
  };
}

/** Returns what the gate does at a broker: it is told first, so that it knows what it is asked about. */
export function brokerParts(
  config: Config,
  contracts: readonly ContractConfig[],
  { env }: { readonly env: Env },
): (Part | LeftOut)[] {
  const names = contracts.map(({ contract }) => contract);
  const pacts = ['publish', ...names, ...option('--pacts', config.pacts)];
  const results = publishPart('results', ['report', 'run.json', '--publish'], config, env);
  const published = publishPart('pacts', pacts, config, env);
  const asked = config.broker?.publish === undefined ? [] : [results, published];
  return [...asked, deployPart(config, env)];
}
