import { isJsonObject, type JsonObject, parseJson } from '../../contract';
import {
  type BrokeredPact,
  brokeredPacts,
  Hal,
  type ProviderVersion,
  publishResults,
  type ReadPact,
} from '../../provider';
import { Failure, type Result } from '../../result';
import { versionIn } from './provider-version';

/** A broker, which of its pacts are verified, and whether the results go back. */
export interface BrokerOptions {
  readonly url: string;
  readonly provider: string;
  /** Consumer version selectors, each as JSON. */
  readonly selectors?: readonly string[] | undefined;
  readonly enablePending?: boolean | undefined;
  readonly includeWipPactsSince?: string | undefined;
  readonly publish?: boolean | undefined;
  readonly version?: string | undefined;
  readonly branch?: string | undefined;
}

/** Pacts from a broker, and how their results are published. */
export interface Brokered {
  readonly pacts: readonly ReadPact[];
  readonly notices: readonly string[];
  /** Publishes results, where that was asked for; gives how many pacts they were of. */
  readonly publish: (results: readonly Result[]) => Promise<number>;
}

type Env = Readonly<Record<string, string | undefined>>;

/** What Pact recommends to verify: the main branches, what is deployed, and the branch of the same name. */
const USUAL: readonly JsonObject[] = [{ mainBranch: true }, { deployedOrReleased: true }, { matchingBranch: true }];

function selectorOf(text: string): JsonObject {
  try {
    const selector = parseJson(text);
    if (isJsonObject(selector)) return selector;
  } catch {
    // Told below, with an example.
  }
  throw new Failure('usage', `${text} is no consumer version selector`, `Write it as JSON: '{"mainBranch":true}'.`);
}

/** A version, as far as it is known. */
type Known = { readonly [K in keyof ProviderVersion]: ProviderVersion[K] | undefined };

/** The version and branch that are verified: as asked for, else as CI and git say. */
function versionOf({ version, branch }: BrokerOptions, env: Env, cwd: string): Known {
  const known = versionIn(env, cwd);
  return { version: version ?? known.commit, branch: branch ?? known.branch, buildUrl: known.buildUrl };
}

/**
 * The pacts that a broker asks a provider to verify.
 * @throws Failure (usage) where results are to be published and nobody knows of which version.
 */
export async function fromBroker(options: BrokerOptions, env: Env, cwd: string): Promise<Brokered> {
  const { url, provider, selectors, enablePending = false, includeWipPactsSince, publish = false } = options;
  const { version, branch, buildUrl } = versionOf(options, env, cwd);
  if (publish && version === undefined)
    throw new Failure(
      'usage',
      'nobody knows which version is verified',
      'Give --provider-version, or run in a git repository.',
    );
  const { PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password } = env;
  const hal = new Hal({ url, token, username, password });
  const brokered: readonly BrokeredPact[] = await brokeredPacts(hal, {
    provider,
    selectors: selectors?.map(selectorOf) ?? USUAL,
    enablePending,
    includeWipSince: includeWipPactsSince,
    branch,
  });
  return {
    pacts: brokered.map(({ pact }) => pact),
    notices: brokered.flatMap(({ notices }) => notices),
    publish: async (results) =>
      publish && version !== undefined
        ? publishResults(hal, provider, brokered, results, { version, branch, buildUrl })
        : 0,
  };
}
