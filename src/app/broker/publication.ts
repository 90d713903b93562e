import { version as ownVersion } from '../../../package.json';
import { type AskedBroker, accessTo, Hal, type PublishedResult, publishResults } from '../../broker';
import { type BrokerResults, Failure, fingerprint, type Result, type Run, resultOf } from '../../result';

type Env = Readonly<Record<string, string | undefined>>;

/** A broker other than the one that the run's pacts are from, where one was asked for. */
type MaybeAsked = { readonly [K in keyof AskedBroker]?: AskedBroker[K] | undefined };

/** What became of the results of a run. */
export interface RunPublication {
  /** A line for each pact: consumer, version, result, address; then what the broker says about it. */
  readonly lines: readonly string[];
  /** Why others were not published. */
  readonly failures: readonly Failure[];
}

const BY = { implementation: 'pactcheck', version: ownVersion };

function whyNot({ success, unverified }: PublishedResult): string {
  const [first] = unverified;
  if (success || first === undefined) return '';
  const count = unverified.length === 1 ? '1 interaction was' : `${unverified.length} interactions were`;
  return ` (${count} not verified: ${first.reason ?? 'nobody knows why'})`;
}

function linesOf(result: PublishedResult, { provider, version }: BrokerResults): string[] {
  const { consumer, consumerVersion = 'of an unknown version', success, url = 'at no address', notices } = result;
  const verdict = `${success ? 'success' : 'failed'}${whyNot(result)}`;
  return [`published ${consumer} ${consumerVersion} with ${provider} ${version}: ${verdict}, ${url}`, ...notices];
}

async function published(results: BrokerResults, asked: MaybeAsked, env: Env): Promise<RunPublication> {
  const { url = results.broker, certificates } = asked;
  const hal = new Hal(accessTo({ url, certificates }, env));
  const { published: done, failures } = await publishResults(hal, results, BY);
  const version = `${results.provider} ${results.version}`;
  const lines = done.flatMap((result) => linesOf(result, results));
  return { lines: results.pacts.length === 0 ? [`published ${version}: it has no pacts yet`] : lines, failures };
}

/** @throws Failure (usage) where a run has no results of a broker's pacts, or was interrupted. */
function resultsIn({ brokerResults = [], interrupted }: Run): readonly BrokerResults[] {
  if (interrupted === true)
    throw new Failure('usage', 'the run was interrupted, and what is left of it has no result', 'Run it again.');
  if (brokerResults.length > 0) return brokerResults;
  throw new Failure(
    'usage',
    'no pact of these runs is from a broker',
    'Publish the runs of `pactcheck verify --broker-url URL --provider NAME`.',
  );
}

/**
 * Publishes what a run found of the pacts of a broker. What one pact is refused for keeps no other from being
 * published.
 * @throws Failure (usage) where the run covers a part of the pacts, was interrupted, or has none of a broker.
 */
export async function publishRun(run: Run, asked: MaybeAsked, env: Env): Promise<RunPublication> {
  const publications: RunPublication[] = [];
  for (const results of resultsIn(run)) publications.push(await published(results, asked, env));
  return {
    lines: publications.flatMap(({ lines }) => lines),
    failures: publications.flatMap(({ failures }) => failures),
  };
}

function refused(id: string, failure: Failure): Result {
  const finding = {
    rule: 'not-published',
    level: 'error' as const,
    pointer: '',
    message: `${failure.message}. ${failure.next ?? ''}`.trim(),
    expected: 'the broker takes the result',
    actual: '',
    fingerprint: fingerprint({ rule: 'not-published', place: '' }),
  };
  return resultOf(id, [finding]);
}

/** Publishes what a run found, and returns a result for that: failed where the broker refused it. */
export async function publicationResult(run: Run, asked: MaybeAsked, env: Env): Promise<Result> {
  const id = 'publish the results to the broker';
  try {
    const { lines, failures } = await publishRun(run, asked, env);
    const [failure] = failures;
    return failure === undefined ? resultOf(id, [], { published: lines.join('\n') }) : refused(id, failure);
  } catch (error) {
    if (error instanceof Failure) return refused(id, error);
    throw error;
  }
}
