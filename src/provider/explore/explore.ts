import { successOf } from '../../contract';
import type { Result } from '../../result';
import type { Exchange } from '../exchange';
import { resultsOf } from './bucket';
import type { Explored, ExploreOptions, FamilyOutcome } from './family';
import { exploreInvalidRequests } from './invalid-requests';
import { exploreRefusals } from './refusals';
import { exploreUpdates } from './updates';

/** A family that was tried, or why it was not. */
function familyResults(
  { name, buckets, calls, declined }: FamilyOutcome,
  { performer, mask }: ExploreOptions,
): Result[] {
  if (calls === 0 && buckets.all().length === 0)
    return [{ id: name, status: 'skipped', findings: [], reason: declined ?? 'there is nothing to try' }];
  const broken = resultsOf(buckets, name, performer, mask);
  if (broken.some(({ status }) => status === 'failed')) return broken;
  return [{ id: name, status: 'passed', findings: [], details: { calls: String(calls) } }, ...broken];
}

/** The operations that update a resource which a state can set up. */
function explorable({ reference, count }: ExploreOptions): Explored[] {
  const operations = reference.contract.operations.flatMap((operation) => {
    const success = successOf(operation);
    return operation.update === undefined || success === undefined ? [] : [{ operation, success }];
  });
  return operations.map((one) => ({ ...one, count: Math.ceil(count / operations.length) }));
}

const nothingToExplore = ({ reference }: ExploreOptions): Result => ({
  id: `${reference.contract.name} exploration`,
  status: 'skipped',
  findings: [],
  reason: 'the contract names no operation that updates what it returns: see `update` of an operation',
});

/** What an exploration saw. */
export interface Exploration {
  readonly results: readonly Result[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Updates beyond the pacts: states and requests generated from the contract, in sequences that are held to what an
 * update must mean; requests that must be refused; callers that must be. What breaks is told once, as short as it can be.
 */
export async function explore(options: ExploreOptions): Promise<Exploration> {
  const outcomes: FamilyOutcome[] = [];
  const operations = explorable(options);
  if (operations.length === 0) return { results: [nothingToExplore(options)], exchanges: [] };
  for (const explored of operations) {
    outcomes.push(await exploreUpdates(explored, options));
    outcomes.push(await exploreInvalidRequests(explored, options));
    outcomes.push(await exploreRefusals(explored, options));
  }
  return {
    results: outcomes.flatMap((outcome) => familyResults(outcome, options)),
    exchanges: outcomes.flatMap(({ exchanges }) => exchanges),
  };
}
