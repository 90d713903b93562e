import { type Case, type JsonObject, type JsonValue, type Operation, type Response, successOf } from '../../contract';
import type { Result } from '../../result';
import type { Mask } from '../curl';
import type { Exchange } from '../exchange';
import type { Reference, TurnedOff } from '../judge';
import { type Buckets, resultsOf } from './bucket';
import type { CallFor } from './call';
import { exploreInvalidRequests } from './invalid-requests';
import type { Performer } from './performer';
import { exploreRefusals } from './refusals';
import { exploreUpdates } from './updates';

/** What an exploration needs. */
export interface ExploreOptions {
  readonly reference: Reference;
  readonly performer: Performer;
  readonly callFor: CallFor;
  /** Answers that an operation may give: what a resource may look like. */
  readonly answersOf: (operation: Operation) => Iterable<JsonObject>;
  /** Bodies that a request may have. */
  readonly updatesOf: (operation: Operation) => Iterable<JsonObject>;
  /** Whether an operation may answer with a value, and whether it may be asked with one. */
  readonly isAnswer: (operation: Operation, value: JsonValue) => boolean;
  readonly isUpdate: (operation: Operation, value: JsonValue) => boolean;
  /** Bodies that a request must not have. */
  readonly rejectsOf: (operation: Operation) => Iterable<Case>;
  /** How many updates, over all operations. */
  readonly count: number;
  readonly turnedOff: TurnedOff;
  readonly mask: Mask;
  readonly signal?: AbortSignal | undefined;
}

/** One operation that is explored. */
export interface Explored {
  readonly operation: Operation;
  readonly success: Response;
  /** How many updates. */
  readonly count: number;
}

/** What one family of calls came to. */
export interface FamilyOutcome {
  readonly name: string;
  readonly buckets: Buckets;
  readonly calls: number;
  readonly exchanges: readonly Exchange[];
  /** Why nothing could be tried, where nothing could. */
  readonly declined?: string | undefined;
}

/** A family that was tried, or why it was not. */
function familyResults(
  { name, buckets, calls, declined }: FamilyOutcome,
  { performer, mask }: ExploreOptions,
): Result[] {
  if (calls === 0 && buckets.all().length === 0)
    return [{ id: name, status: 'skipped', findings: [], reason: declined ?? 'there is nothing to try' }];
  const broken = resultsOf(buckets, name, performer.baseUrl, mask);
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
