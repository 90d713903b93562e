import {
  type AskedBroker,
  accessTo,
  type ConsumerPacts,
  Hal,
  type PublishedPact,
  publishContracts,
} from '../../broker';
import { endOf, type Result, type Run, resultOf, runOf } from '../../result';
import { checkPactsOf } from '../pacts/pacts';
import { pactsToPublish } from './pacts-to-publish';
import { type AskedVersion, requireVersion } from './version';

/** Which pacts go where. */
export interface PublishOptions {
  /** Contract references. */
  readonly references: readonly string[];
  /** Where the pact files lie, as it is shown. */
  readonly pacts: string;
  /** The broker; nothing is published where none is given. */
  readonly broker?: AskedBroker | undefined;
  /** Of which version; the commit and the branch that CI or git says where it is not given. */
  readonly version?: AskedVersion | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Told of each pact, when it is published or would be. */
  readonly onPublished?: ((line: string) => void) | undefined;
  readonly onWarning?: ((sentence: string) => void) | undefined;
}

const NO_BRANCH =
  'nobody knows the branch: selectors such as mainBranch will not find these pacts, give it by --branch';

const idOf = ({ consumer, version, provider }: Omit<PublishedPact, 'url'>): string =>
  `${consumer} ${version} with ${provider}`;

function planned({ consumer, version, branch, pacts }: ConsumerPacts, { onPublished }: PublishOptions): Result[] {
  return pacts.map(({ provider }) => {
    const id = idOf({ consumer, version, provider });
    onPublished?.(`would publish ${id}, branch ${branch ?? 'none'}`);
    return resultOf(id, []);
  });
}

async function published(own: ConsumerPacts, hal: Hal, { onPublished }: PublishOptions): Promise<Result[]> {
  return (await publishContracts(hal, own)).map((pact) => {
    const { url = 'at no address' } = pact;
    onPublished?.(`published ${idOf(pact)}: ${url}`);
    return resultOf(idOf(pact), [], { url });
  });
}

async function resultsOf(all: readonly ConsumerPacts[], options: PublishOptions): Promise<Result[]> {
  const { broker, env } = options;
  if (broker === undefined) return all.flatMap((own) => planned(own, options));
  const hal = new Hal(accessTo(broker, env));
  const results: Result[] = [];
  for (const own of all) results.push(...(await published(own, hal, options)));
  return results;
}

/**
 * Publishes the pacts of contracts where they are what the contracts give; where they are not, that is the run.
 * @throws Failure (usage) where a contract cannot be read, a file is not there or nobody knows the version; Failure
 * (environment) where the broker does not take them.
 */
export async function publishPacts(options: PublishOptions): Promise<Run> {
  const started = performance.now();
  const { references, pacts, cwd, env } = options;
  const check = await checkPactsOf({ contracts: references, pacts, cwd });
  if (endOf(check) !== 'passed') return check;
  const version = requireVersion(options.version ?? {}, '--consumer-version', env, cwd);
  if (version.branch === undefined) options.onWarning?.(NO_BRANCH);
  const all = await pactsToPublish({ references, folder: pacts, cwd, version, tags: options.tags ?? [] });
  const results = await resultsOf(all, options);
  const contract = all.map(({ consumer }) => consumer).join(', ');
  return runOf({ command: 'publish', contract, seed: 0 }, results, Math.round(performance.now() - started));
}
