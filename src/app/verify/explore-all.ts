import { successOf } from '../../contract';
import type { ReadPact, VerifyOptions } from '../../provider';
import { placedAt, type Result } from '../../result';
import { explored } from './explored';
import { exploredResources } from './explored-resources';
import { headersOf } from './headers';
import { type HeldReference, heldReferences, type References } from './references';
import type { VerifyProviderOptions } from './verify-provider-options';

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

/** Why nothing may be created and deleted at the service; `undefined` where it may. */
function guarded({ host, hostname }: URL, { yes, ownHosts = [] }: VerifyProviderOptions): string | undefined {
  if (yes === true || LOOPBACK.test(hostname) || ownHosts.some((own) => hostOf(own) === host)) return undefined;
  return `exploring creates and deletes, and ${host} is neither this machine nor named in the configuration: say --yes`;
}

/** The operations that are explored from provider states: those that update what they answer with. */
const updatesOf = ({ contract: { operations } }: HeldReference): Set<string> =>
  new Set(
    operations.flatMap((operation) =>
      operation.update === undefined || successOf(operation) === undefined ? [] : [operation.id],
    ),
  );

async function resourcesOf(
  reference: HeldReference,
  verifying: VerifyOptions,
  options: VerifyProviderOptions,
): Promise<readonly Result[]> {
  const updates = updatesOf(reference);
  const { contract } = reference;
  if (contract.operations.every(({ id }) => updates.has(id))) return [];
  const reason = guarded(verifying.baseUrl, options);
  if (reason !== undefined) return [{ id: `${contract.name} resources`, status: 'skipped', findings: [], reason }];
  const { explore = 0, seed = 1, calls, time, otherHeaders } = options;
  const bounds = { count: explore, seed, calls, timeMs: time === undefined ? undefined : time * 1000 };
  const others = otherHeaders === undefined ? {} : { otherHeaders: headersOf(otherHeaders) };
  return (await exploredResources(reference, verifying, { ...bounds, ...others }, updates)).results;
}

/** Explores each contract of the pacts once: updates from provider states, all else by the service's own API. */
export async function exploreAll(
  pacts: readonly ReadPact[],
  references: References,
  verifying: VerifyOptions,
  options: VerifyProviderOptions,
): Promise<Result[]> {
  const { explore: count = 0, seed = 1 } = options;
  if (count === 0) return [];
  const results: Result[] = [];
  for (const reference of pacts.length === 0 ? references.held : heldReferences(pacts, references)) {
    const updates = updatesOf(reference).size > 0 ? await explored(reference, verifying, { count, seed }) : undefined;
    const own = [...(updates?.results ?? []), ...(await resourcesOf(reference, verifying, options))];
    results.push(...own.map((result) => placedAt(result, reference.file)));
  }
  return results;
}
