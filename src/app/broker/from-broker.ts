import { type BrokerPact, type Hal, knowsPacticipant, type Notice, pactAt, pactsForVerification } from '../../broker';
import { type PactInteraction, type ReadPact, readPactFrom, withUniqueIds } from '../../provider';
import { type BrokerResults, Failure, type PactOutcome, type PactResults } from '../../result';
import { brokerOf } from './broker-of';
import type { BrokerOptions } from './options';
import { selectorsFor } from './selectors';
import { versionFor } from './version';

/** Pacts from a broker. */
export interface Brokered {
  readonly pacts: readonly ReadPact[];
  /** Sentences that a person should read before they are verified. */
  readonly notices: readonly string[];
  /** The words of a command that verifies just this interaction again. */
  readonly replayWords: (interaction: PactInteraction) => readonly (readonly [string, string])[];
  /** What can be told the broker of these outcomes. */
  readonly resultsFor: (outcomes: readonly PactOutcome[]) => BrokerResults;
}

type Env = Readonly<Record<string, string | undefined>>;

async function selectedPacts(
  hal: Hal,
  options: BrokerOptions,
  branch: string | undefined,
): Promise<{ pacts: BrokerPact[]; notices: readonly string[] }> {
  const { provider = '', enablePending = false, includeWipPactsSince, tags = [], allowNoPacts = false } = options;
  const { selectors, notices } = selectorsFor(options, branch);
  if (allowNoPacts && !(await knowsPacticipant(hal, provider))) return { pacts: [], notices };
  const selection = { provider, selectors, enablePending, includeWipSince: includeWipPactsSince, branch, tags };
  return { pacts: await pactsForVerification(hal, selection), notices };
}

/** What a pact is called, for people: `shop 1.2.0`. */
const nameOf = ({ consumer, consumerVersion, why }: BrokerPact): string =>
  [consumer, consumerVersion ?? why].filter(Boolean).join(' ');

/** The interactions of a pending pact are pending, each. */
function readFrom(source: BrokerPact): ReadPact {
  const pact = readPactFrom(source.document, nameOf(source));
  if (!source.isPending) return pact;
  return { ...pact, interactions: pact.interactions.map((interaction) => ({ ...interaction, isPending: true })) };
}

const told = (source: BrokerPact, notice: Notice): string => `${nameOf(source)}: ${notice.text}`;

const noticesOf = (source: BrokerPact): string[] =>
  source.notices.filter(({ when }) => when === 'before_verification').map((notice) => told(source, notice));

function pactResults(source: BrokerPact, pact: ReadPact, byId: ReadonlyMap<string, PactOutcome>): PactResults {
  const { consumer, consumerVersion, provider, url, publishUrl, isPending, notices } = source;
  const notRun = ({ id, written }: ReadPact['notHttp'][number]): PactOutcome => ({
    id,
    ...(typeof written['_id'] === 'string' ? { interactionId: written['_id'] } : {}),
    outcome: 'not run',
    mismatches: [],
  });
  return {
    consumer,
    ...(consumerVersion === undefined ? {} : { consumerVersion }),
    provider,
    url,
    ...(publishUrl === undefined ? {} : { publishUrl }),
    isPending,
    outcomes: [...pact.interactions, ...pact.notHttp].map((one) => byId.get(one.id) ?? notRun(one)),
    notices,
  };
}

/** The id that an interaction has where its pact is read alone, as a replay reads it. */
function idsAlone(pact: ReadPact): ReadonlyMap<string, string> {
  const [alone] = withUniqueIds([pact]);
  return new Map(pact.interactions.map(({ id }, index) => [id, alone?.interactions[index]?.id ?? id]));
}

function demandSome(sources: readonly BrokerPact[], { provider, allowNoPacts = false }: BrokerOptions): void {
  if (sources.length > 0 || allowNoPacts) return;
  throw new Failure(
    'nothing tested',
    `the broker has no pact of ${provider} for these selectors`,
    'Publish one, select others, or give --allow-no-pacts for a provider that has no consumer yet.',
  );
}

/**
 * Returns the pacts that a broker asks a provider to verify, or those at the addresses that were named.
 * @throws Failure (usage) where the broker does not know what was asked for, or where results are to be published and
 * nobody knows of which version; Failure (nothing tested) where it has no pact.
 */
export async function fromBroker(options: BrokerOptions, env: Env, cwd: string): Promise<Brokered> {
  const hal = brokerOf(options, env);
  const { version, branch, buildUrl } = versionFor(options, env, cwd);
  if (options.publish === true && version === undefined)
    throw new Failure(
      'usage',
      'nobody knows which version is verified',
      'Give --provider-version, or run in a git repository.',
    );
  const { pacts: sources, notices } =
    options.pactUrls === undefined
      ? await selectedPacts(hal, options, branch)
      : { pacts: await Promise.all(options.pactUrls.map((url) => pactAt(hal, url))), notices: [] };
  demandSome(sources, options);
  const pacts = withUniqueIds(sources.map(readFrom));
  const alone = new Map(pacts.flatMap((pact) => [...idsAlone(pact)]));
  const urls = new Map(
    pacts.flatMap((pact, index) => pact.interactions.map(({ id }) => [id, sources[index]?.url ?? ''] as const)),
  );
  return {
    pacts,
    notices: [...notices, ...sources.flatMap(noticesOf)],
    replayWords: ({ id }) => [
      ['--pact-url', urls.get(id) ?? ''],
      ['--broker-url', hal.access.url],
      ['--interaction', alone.get(id) ?? id],
    ],
    resultsFor: (outcomes) => {
      const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
      return {
        broker: hal.access.url,
        provider: options.provider ?? sources[0]?.provider ?? '',
        ...(version === undefined ? {} : { version }),
        ...(branch === undefined ? {} : { branch }),
        tags: options.tags ?? [],
        ...(buildUrl === undefined ? {} : { buildUrl }),
        pacts: sources.map((source, index) => pactResults(source, pacts[index] as ReadPact, byId)),
      };
    },
  };
}
