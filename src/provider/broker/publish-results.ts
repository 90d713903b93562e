import type { JsonObject } from '../../contract';
import type { Result } from '../../result';
import type { BrokeredPact } from './brokered';
import { type Hal, linkOf } from './hal';

/** Which version of the provider was verified. */
export interface ProviderVersion {
  readonly version: string;
  readonly branch?: string | undefined;
  /** Where the run can be looked at. */
  readonly buildUrl?: string | undefined;
}

/** The results of one pact as a broker takes them. */
function verificationResults(
  pact: BrokeredPact,
  results: ReadonlyMap<string, Result>,
  of: ProviderVersion,
): JsonObject {
  const own = pact.pact.interactions.flatMap(({ id, written }) => {
    const result = results.get(id);
    return result === undefined ? [] : [{ result, interactionId: written['_id'] }];
  });
  return {
    // What was not covered was not verified: a pact passes as a whole, or not at all.
    success: own.length === pact.pact.interactions.length && own.every(({ result }) => result.status === 'passed'),
    providerApplicationVersion: of.version,
    ...(of.buildUrl === undefined ? {} : { buildUrl: of.buildUrl }),
    verifiedBy: { implementation: 'pactcheck' },
    testResults: own.map(({ result, interactionId }) => ({
      ...(interactionId === undefined ? {} : { interactionId }),
      success: result.status === 'passed',
      ...(result.status === 'passed'
        ? {}
        : {
            mismatches: result.findings.map(({ rule, pointer, message }) => ({
              attribute: rule,
              identifier: pointer,
              description: message,
            })),
          }),
    })),
  };
}

/**
 * Publishes what was found to the broker, after naming the provider version's branch there.
 * @throws Failure (environment) where the broker refuses it.
 */
export async function publishResults(
  hal: Hal,
  provider: string,
  pacts: readonly BrokeredPact[],
  results: readonly Result[],
  of: ProviderVersion,
): Promise<number> {
  const byId = new Map(results.map((result) => [result.id, result]));
  const { version, branch } = of;
  const places = { pacticipant: provider, branch: branch ?? '', version };
  const branchUrl =
    branch === undefined ? undefined : linkOf(await hal.index(), 'pb:pacticipant-branch-version', places);
  if (branchUrl !== undefined) await hal.call('PUT', branchUrl, {});
  const published = pacts.filter(({ publishUrl }) => publishUrl !== undefined);
  for (const pact of published) await hal.call('POST', pact.publishUrl as string, verificationResults(pact, byId, of));
  return published.length;
}
