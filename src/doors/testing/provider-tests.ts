import { interactionIds, verifyProvider } from '../../app/verify/verify-provider';
import type { VerifyProviderOptions } from '../../app/verify/verify-provider-options';
import { Failure, isUntested, type Result, type Run } from '../../result';
import { failedAt, type Place, reportOf } from './failed-test';
import { DEFAULT_TEST_LIMIT, type Decline, type Runner } from './runner';

/** An address, or what gives it once the first test begins: for a service that is started before the tests. */
export type Address = string | (() => string | Promise<string>);

/** What to verify: as for `verifyProvider`, with pacts that lie in a folder, since tests are named before any is run. */
export interface ProviderTestOptions
  extends Omit<VerifyProviderOptions, 'providerBaseUrl' | 'providerStatesSetupUrl' | 'broker' | 'onResult'> {
  readonly providerBaseUrl: Address;
  readonly providerStatesSetupUrl?: Address | undefined;
  /** How long all of the verification may take, in milliseconds; two minutes where it is not given. */
  readonly testTimeout?: number | undefined;
}

const resolved = async (address: Address): Promise<string> =>
  typeof address === 'function' ? await address() : address;

async function verified(options: ProviderTestOptions): Promise<Run> {
  const { testTimeout: _limit, providerBaseUrl, providerStatesSetupUrl, ...others } = options;
  return verifyProvider({
    ...others,
    providerBaseUrl: await resolved(providerBaseUrl),
    ...(providerStatesSetupUrl === undefined ? {} : { providerStatesSetupUrl: await resolved(providerStatesSetupUrl) }),
  });
}

/** An error as a test shows it: what cannot be done comes with what to do. */
const shownAt =
  (place: Place) =>
  (error: unknown): never => {
    throw error instanceof Failure ? failedAt(place, [error.message, error.next].join('\n')) : error;
  };

/** Once begun, all tests share a verification. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => {
    begun ??= work();
    return begun;
  };
}

/**
 * Ends the test of one interaction as its results came out.
 * @throws Error with the findings as the text reporter shows them; where the interaction was not verified at all, too.
 */
function settle(
  results: readonly Result[],
  { run, place, decline }: { run: Run; place: Place; decline: Decline },
): void {
  const failed = results.filter(({ status }) => status === 'failed');
  if (failed.length > 0) throw failedAt(place, `it is not as agreed\n${reportOf(run, failed)}`);
  if (results.length === 0)
    throw failedAt(place, 'it was not verified: it belongs to none of the contracts that are named');
  const [declined] = results.filter(({ status }) => status === 'skipped' || status === 'approximate');
  if (declined !== undefined) decline(declined.reason ?? 'it was not tested');
}

/** Where every interaction was declined, nothing is known of the service: that is no pass. */
function requireTested({ summary }: Run, place: Place): void {
  if (isUntested(summary) && summary.skipped > 0)
    throw failedAt(place, `nothing was tested: the states of all ${summary.skipped} interactions were declined`);
}

/**
 * Declares a test for each interaction that is agreed on with a provider. They share one verification, which begins
 * with the first of them.
 * @throws Failure (usage, nothing tested) where there are no such pacts.
 */
export function providerTests(runner: Runner, options: ProviderTestOptions, place: Place): void {
  const { testTimeout = DEFAULT_TEST_LIMIT, explore = 0 } = options;
  const ids = new Set(interactionIds(options));
  const verification = once(() => verified(options).catch(shownAt(place)));
  let run: Run | undefined;
  const declare = (name: string, isOwn: (result: Result) => boolean, settled: typeof settle): void =>
    runner.test(
      name,
      async (decline) => {
        run = await verification();
        settled(run.results.filter(isOwn), { run, place, decline });
      },
      testTimeout,
    );
  for (const name of ids) declare(name, ({ id }) => id === name, settle);
  if (explore > 0)
    declare(
      `${explore} updates beyond the pacts`,
      ({ id }) => !ids.has(id),
      (results, ending) => {
        if (results.length > 0) settle(results, ending);
      },
    );
  runner.afterAll(() => {
    if (run !== undefined) requireTested(run, place);
  });
}
