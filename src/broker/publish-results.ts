import type { JsonObject, JsonValue } from '../contract';
import { type BrokerResults, Failure, isKept, isWhole, type PactOutcome, type PactResults } from '../result';
import { type Hal, linkOf } from './hal';

/** A result that a broker took. */
export interface PublishedResult {
  readonly consumer: string;
  readonly consumerVersion: string | undefined;
  readonly success: boolean;
  /** How many interactions were not verified, and why. */
  readonly unverified: readonly PactOutcome[];
  /** Where the broker shows it. */
  readonly url: string | undefined;
  /** What the broker wants to be said now. */
  readonly notices: readonly string[];
}

/** What became of the results of a run. */
export interface Publication {
  readonly published: readonly PublishedResult[];
  /** Why others were not published. */
  readonly failures: readonly Failure[];
}

/** Who verified, as the broker shows it. */
export interface Implementation {
  readonly implementation: string;
  readonly version: string;
}

const REASONS: Readonly<Record<PactOutcome['outcome'], string>> = {
  kept: '',
  broken: 'it breaks the pact',
  unverified: 'it was not verified',
  'not run': 'it was not part of the run',
};

/** Mismatches as a broker shows them; what was not verified is told like one. */
function mismatchesOf({ mismatches, outcome, reason }: PactOutcome): JsonValue[] {
  if (mismatches.length === 0) return [{ attribute: outcome, description: reason ?? REASONS[outcome] }];
  return mismatches.map(({ rule, pointer, message }) => ({
    attribute: rule,
    identifier: pointer,
    description: message,
  }));
}

const testResultOf = (outcome: PactOutcome): JsonObject => ({
  ...(outcome.interactionId === undefined ? {} : { interactionId: outcome.interactionId }),
  success: outcome.outcome === 'kept',
  ...(outcome.outcome === 'kept' ? {} : { mismatches: mismatchesOf(outcome) }),
});

const verificationOf = (pact: PactResults, of: BrokerResults, by: Implementation): JsonObject => ({
  success: isKept(pact),
  providerApplicationVersion: of.version ?? '',
  ...(of.buildUrl === undefined ? {} : { buildUrl: of.buildUrl }),
  verifiedBy: { ...by },
  testResults: pact.outcomes.map(testResultOf),
});

/** A pact has a result as a whole, or none: half of it would be a failure that nobody saw. */
function demandWhole({ pacts, provider, version }: BrokerResults): void {
  if (version === undefined)
    throw new Failure(
      'usage',
      'nobody knows which version was verified',
      'Give --provider-version, or run in a git repository.',
    );
  const part = pacts.find((pact) => !isWhole(pact));
  if (part === undefined) return;
  const left = part.outcomes.filter(({ outcome }) => outcome === 'not run').length;
  throw new Failure(
    'usage',
    `the run covers a part of a pact of ${provider}: ${left} of ${part.outcomes.length} interactions of ${part.consumer} were not part of it`,
    'Give the runs of all shards; what was run in part has no result.',
  );
}

/** Names the branch and the tags of a version at the broker, which so comes to know the version. */
async function nameVersion(hal: Hal, { provider, version = '', branch, tags }: BrokerResults): Promise<void> {
  const index = await hal.index();
  const places = { pacticipant: provider, version };
  const branchUrl =
    branch === undefined ? undefined : linkOf(index, 'pb:pacticipant-branch-version', { ...places, branch });
  const tagUrls = tags.map((tag) => linkOf(index, 'pb:pacticipant-version-tag', { ...places, tag }));
  for (const url of [branchUrl, ...tagUrls]) if (url !== undefined) await hal.call('PUT', url, {});
}

async function publishOne(
  hal: Hal,
  pact: PactResults,
  of: BrokerResults,
  by: Implementation,
): Promise<PublishedResult> {
  if (pact.publishUrl === undefined)
    throw new Failure(
      'usage',
      `the pact at ${pact.url} says no address for its results`,
      'Take it from a broker: by --broker-url, or by its address there.',
    );
  const document = await hal.call('POST', pact.publishUrl, verificationOf(pact, of, by));
  const moment = `after_verification:success_${isKept(pact)}_published_true`;
  return {
    consumer: pact.consumer,
    consumerVersion: pact.consumerVersion,
    success: isKept(pact),
    unverified: pact.outcomes.filter(({ outcome }) => outcome === 'unverified'),
    url: linkOf(document, 'self'),
    notices: pact.notices.filter(({ when }) => when === moment).map(({ text }) => text),
  };
}

/**
 * Publishes the result of each pact, after naming the version's branch and tags. What one pact is refused for keeps no
 * other from being published.
 * @throws Failure (usage) where the version is not known, or the run covers a part of a pact; whatever the broker says
 * where it refuses the version.
 */
export async function publishResults(hal: Hal, results: BrokerResults, by: Implementation): Promise<Publication> {
  demandWhole(results);
  await nameVersion(hal, results);
  const published: PublishedResult[] = [];
  const failures: Failure[] = [];
  for (const pact of results.pacts) {
    try {
      published.push(await publishOne(hal, pact, results, by));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  return { published, failures };
}
