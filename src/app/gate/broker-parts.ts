import { setIn } from '../../broker';
import { joinBrokerResults, runOf } from '../../result';
import { mayDeploy } from '../broker/may-deploy';
import { publishRun } from '../broker/publication';
import { publishPacts } from '../broker/publish-pacts';
import type { Config, ContractConfig } from '../config';
import { type NamedBroker, namedBroker, unnamedBroker } from './broker-source';
import { option } from './option';
import { type Done, isLeftOut, type LeftOut, type Part, type PartResult } from './part';

type Env = Readonly<Record<string, string | undefined>>;

/** Whether a machine may tell a broker what it found: a laptop's changes are nobody else's version. */
const isCi = (env: Env): boolean =>
  (setIn(env, 'CI') ?? 'false') !== 'false' || env['PACT_BROKER_PUBLISH_VERIFICATION_RESULTS'] === 'true';

/** Why nothing of a kind is taken to a broker, or the broker that it is taken to. */
function publishedTo(what: 'results' | 'pacts', config: Config, env: Env): NamedBroker | { readonly reason: string } {
  if (config.broker?.publish?.includes(what) !== true) return { reason: `the configuration does not publish ${what}` };
  if (!isCi(env)) return { reason: 'only CI publishes, and CI is not set' };
  return namedBroker(config, env) ?? { reason: unnamedBroker(config) };
}

const runsOf = (before: readonly PartResult[]) =>
  before.flatMap((result) => (isLeftOut(result) ? [] : (result.outcome.run ?? [])));

/** What all parts found of one pact is one result: each contract verifies its own part of it. */
function resultsPart(config: Config, env: Env): Part | LeftOut {
  const name = 'publish results';
  const to = publishedTo('results', config, env);
  if ('reason' in to) return { name, ...to };
  return {
    name,
    words: ['report', 'run.json', '--publish', ...to.words],
    dependsOn: [''],
    perform: async (around): Promise<Done | LeftOut> => {
      const brokerResults = joinBrokerResults(runsOf(around.before).flatMap((run) => run.brokerResults ?? []));
      if (brokerResults.length === 0) return { name, reason: 'no pact of a broker was verified' };
      const run = { ...runOf({ command: 'gate', contract: '', seed: 0 }, [], 0), brokerResults };
      const { lines: told, failures } = await publishRun(run, to.asked, around.env);
      return { told, failure: failures[0] };
    },
  };
}

const isFailed = (result: PartResult): boolean => !isLeftOut(result) && result.outcome.end !== 'passed';

/** The pacts go out where all that was done before passed. */
function pactsPart(config: Config, contracts: readonly ContractConfig[], env: Env): Part | LeftOut {
  const name = 'publish pacts';
  const to = publishedTo('pacts', config, env);
  if ('reason' in to) return { name, ...to };
  const references = contracts.map(({ contract }) => contract);
  const { pacts = 'pacts' } = config;
  return {
    name,
    words: ['publish', ...references, ...option('--pacts', config.pacts), ...to.words],
    dependsOn: [''],
    perform: async ({ before, cwd, env: now }): Promise<Done | LeftOut> => {
      if (before.some(isFailed)) return { name, reason: 'another part failed' };
      const told: string[] = [];
      const onPublished = (line: string): void => void told.push(line);
      const run = await publishPacts({ references, pacts, broker: to.asked, onPublished, cwd, env: now });
      return { run, told };
    },
  };
}

function deployPart(config: Config, env: Env): Part | LeftOut {
  const name = 'can-i-deploy';
  if (config.canIDeploy === undefined) return { name, reason: 'the configuration asks no broker' };
  const named = namedBroker(config, env);
  if (named === undefined) return { name, reason: unnamedBroker(config) };
  const { pacticipant, environment } = config.canIDeploy;
  return {
    name,
    words: ['can-i-deploy', '--pacticipant', pacticipant, '--to', environment, ...named.words],
    dependsOn: [''],
    advice: `Verify what is missing, then ask again; ${environment} stays as it is until then.`,
    perform: async ({ cwd, env: now, signal }) => ({
      run: await mayDeploy({ named: [{ pacticipant }], environment, broker: named.asked, cwd, env: now, signal }),
    }),
  };
}

/** Returns what the gate does at a broker: it is told first, so that it knows what it is asked about. */
export function brokerParts(
  config: Config,
  contracts: readonly ContractConfig[],
  { env }: { readonly env: Env },
): (Part | LeftOut)[] {
  const asked =
    config.broker?.publish === undefined ? [] : [resultsPart(config, env), pactsPart(config, contracts, env)];
  return [...asked, deployPart(config, env)];
}
