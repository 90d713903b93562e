import { ENVIRONMENTS, type KeptPact, type Memory } from './memory';

/** What a verification asks for, as it is sent. */
export interface Query {
  readonly consumerVersionSelectors?: readonly Readonly<Record<string, unknown>>[];
  readonly includePendingStatus?: boolean;
  readonly includeWipPactsSince?: string;
  readonly providerVersionBranch?: string;
}

/** A pact that is to be verified, and why. */
export interface Selected {
  readonly pact: KeptPact;
  readonly why: string;
  readonly isPending: boolean;
}

/** lib/pact_broker/versions/branch_service: the main branch is guessed from the first version that has one of these. */
const MAIN_BRANCHES = ['develop', 'main', 'master'];

const KNOWN = ['environment', 'tag', 'branch', 'mainBranch', 'matchingBranch', 'latest', 'deployed', 'released'];

type Selector = Readonly<Record<string, unknown>>;

/** lib/pact_broker/api/contracts/consumer_version_selector_contract.rb, to the letter; seen on 2.112.0. */
function errorsIn(selector: Selector, index: number, { providerVersionBranch }: Query): string[] {
  const at = `(at index ${index})`;
  if (![...KNOWN, 'deployedOrReleased'].some((name) => name in selector))
    return [
      `must specify a value for environment or tag or branch, or specify mainBranch=true, matchingBranch=true, latest=true, deployed=true, released=true or deployedOrReleased=true ${at}`,
    ];
  if (selector['matchingBranch'] === true && providerVersionBranch === undefined)
    return [`the providerVersionBranch must be specified when the selector matchingBranch=true is used ${at}`];
  const { environment } = selector;
  if (typeof environment === 'string' && !ENVIRONMENTS.includes(environment))
    return [`environment with name '${environment}' does not exist ${at}`];
  return [];
}

/** What is wrong with a query, by member; nothing where it is right. */
export function errorsOf(query: Query): Record<string, string[]> {
  const selectors = (query.consumerVersionSelectors ?? []).flatMap((one, index) => errorsIn(one, index, query));
  const since = query.includeWipPactsSince;
  return {
    ...(selectors.length === 0 ? {} : { consumerVersionSelectors: selectors }),
    ...(since !== undefined && Number.isNaN(Date.parse(since)) ? { includeWipPactsSince: ['must be a date'] } : {}),
  };
}

const latestOf = (pacts: readonly KeptPact[]): KeptPact[] => {
  const byConsumer = new Map<string, KeptPact>();
  for (const pact of pacts) byConsumer.set(pact.consumer, pact);
  return [...byConsumer.values()];
};

function selectedBy(selector: Selector, pacts: readonly KeptPact[], memory: Memory, query: Query) {
  const onBranch = (names: readonly unknown[]): KeptPact[] =>
    latestOf(
      pacts.filter(({ consumer, version }) =>
        names.some((name) => memory.versionOf(consumer, version)?.branches.has(String(name)) === true),
      ),
    );
  const inEnvironment = (environment: unknown): KeptPact[] =>
    pacts.filter(({ consumer, version }) =>
      memory.deployed.some(
        (one) =>
          one.pacticipant === consumer &&
          one.version === version &&
          (environment === undefined || one.environment === environment),
      ),
    );
  const { branch, environment } = selector;
  if (selector['mainBranch'] === true) return { why: 'latest from main branch', pacts: onBranch(MAIN_BRANCHES) };
  if (selector['matchingBranch'] === true)
    return { why: 'latest from matching branch', pacts: onBranch([query.providerVersionBranch]) };
  if (branch !== undefined) return { why: `latest from branch ${branch}`, pacts: onBranch([branch]) };
  if (selector['latest'] === true) return { why: 'latest', pacts: latestOf(pacts) };
  return { why: `deployed or released`, pacts: inEnvironment(environment) };
}

/** lib/pact_broker/pacts/pacts_for_verification_repository.rb: each content once, whatever selected it. */
export function pactsFor(provider: string, query: Query, memory: Memory): Selected[] {
  const own = memory.pacts.filter((pact) => pact.provider === provider);
  const branch = query.providerVersionBranch;
  const found = new Map<string, Selected>();
  const add = (pact: KeptPact, why: string, isPending: boolean): void => {
    const key = `${pact.consumer} ${pact.sha}`;
    if (!found.has(key)) found.set(key, { pact, why, isPending });
  };
  for (const selector of query.consumerVersionSelectors ?? []) {
    const { why, pacts } = selectedBy(selector, own, memory, query);
    for (const pact of pacts) add(pact, why, query.includePendingStatus === true && !memory.wasVerified(pact, branch));
  }
  if (query.includeWipPactsSince !== undefined && branch !== undefined)
    for (const pact of own) if (!memory.wasVerified(pact, branch)) add(pact, 'latest from branch', true);
  return [...found.values()];
}
